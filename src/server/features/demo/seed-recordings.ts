import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'
import { mediumOf } from '#domain/recording/medium.ts'
import { insertBlob } from '#server/blobs/blob-rows.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { insertDevice, noteHolding } from '#server/features/devices/index.ts'
import { insertRecording, readCapture } from '#server/features/recordings/index.ts'
import { newId } from '#server/ids.ts'
import { demoId } from './demo-rows.ts'

const FOLDER = join(import.meta.dirname, '../../../../db/demo/recordings')
const HOUR_MS = 3_600_000
const AGENCY = 'qs-market'

type DemoDevice = {
  readonly code: string
  readonly kind: 'recorder' | 'counter-camera'
  readonly holder: string | null
  readonly place: string
}
const DEVICES: readonly DemoDevice[] = [
  { code: '演示-记录仪-01', kind: 'recorder', holder: '林一', place: '' },
  { code: '演示-记录仪-02', kind: 'recorder', holder: '周二', place: '' },
  { code: '演示-窗口-01', kind: 'counter-camera', holder: null, place: '政务服务窗口（虚构）' },
]

type DemoRecording = {
  readonly file: string
  readonly device: string | null
  readonly officer: string
  readonly place: string
  readonly hoursAgo: number
  /** How long it lay on the device. */
  readonly storedAfterHours: number
}
const RECORDINGS: readonly DemoRecording[] = [
  {
    file: '仓库检查.mp4',
    device: '演示-记录仪-01',
    officer: '林一',
    place: '青石区冷链园区',
    hoursAgo: 20,
    storedAfterHours: 3,
  },
  {
    file: '货架.jpg',
    device: '演示-记录仪-01',
    officer: '周二',
    place: '青石区石桥街道',
    hoursAgo: 44,
    storedAfterHours: 5,
  },
  { file: '询问.mp3', device: null, officer: '林一', place: '本局询问室', hoursAgo: 70, storedAfterHours: 2 },
  {
    file: '门头.jpg',
    device: '演示-记录仪-02',
    officer: '周二',
    place: '青石区石桥街道',
    hoursAgo: 120,
    storedAfterHours: 50,
  },
]

/** A few invented devices and recordings, so that the room is not empty: in time, late, and one that does not fit its holder. */
export async function seedRecordings(ctx: Context): Promise<number> {
  const agencyId = demoId(AGENCY)
  await ctx.db.transaction(async (tx) => {
    for (const device of DEVICES) await insertDemoDevice(ctx, tx, agencyId, device)
  })
  for (const recording of RECORDINGS) await insertDemoRecording(ctx, agencyId, recording)
  return RECORDINGS.length
}

const personId = (name: string): string => demoId(`${AGENCY}/person/${name}`)

async function insertDemoDevice(ctx: Context, tx: Tx, agencyId: string, demo: DemoDevice): Promise<void> {
  const { code, kind, place } = demo
  const [id, fromOn, holder] = [demoId(`device/${code}`), '2025-01-01', demo.holder && personId(demo.holder)]
  const isNew = await insertDevice(tx, { id, agencyId, code, kind, class: 'A', model: '演示型', place, holder, fromOn })
  if (!isNew || holder === null) return
  const [notedBy, notedAt] = [personId('郑三'), ctx.clock.now().toISOString()]
  await noteHolding(tx, { id: newId(), deviceId: id, holderId: holder, fromOn, notedBy, notedAt })
}

async function insertDemoRecording(ctx: Context, agencyId: string, demo: DemoRecording): Promise<void> {
  const bytes = await readFile(join(FOLDER, demo.file))
  const digests = await storeBytes(ctx.blobs, newId(), bytes)
  const mediaType = sniffMedia(bytes.subarray(0, SNIFF_BYTES))
  const captured = new Date(ctx.clock.now().getTime() - demo.hoursAgo * HOUR_MS)
  const stored = new Date(captured.getTime() + demo.storedAfterHours * HOUR_MS)
  const office = { agencyId, now: stored, parameters: await loadParameterValues(ctx.db, agencyId) }
  const { device, place } = demo
  const said = { capturedAt: captured.toISOString(), device, place, officer: personId(demo.officer) }
  const capture = await readCapture(ctx.db, office, said)
  if ('isWrong' in capture) throw new Error(capture.sentence)
  await ctx.db.transaction(async (tx) => {
    await tx.query(insertBlob({ ...digests, size: bytes.length, mediaType, at: stored.toISOString() }))
    await insertRecording(tx, {
      ...capture,
      id: demoId(`recording/${demo.file}`),
      agencyId,
      sha256: digests.sha256,
      medium: mediumOf(mediaType, demo.file) ?? 'video',
      fileName: demo.file,
      source: 'desk',
      uploadId: null,
      storedAt: stored.toISOString(),
      storedBy: personId(demo.officer),
      saidCase: '',
    })
  })
}
