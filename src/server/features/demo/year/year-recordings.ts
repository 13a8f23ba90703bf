import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SceneDebt } from '#domain/case/scene-debts.ts'
import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'
import { insertBlob } from '#server/blobs/blob-rows.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { dateInShanghai } from '#server/clock.ts'
import { bindRecording } from '#server/features/cases/index.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { insertRecording, readCapture } from '#server/features/recordings/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'

const CLIP = join(import.meta.dirname, '../../../../../db/demo/recordings/货架.jpg')
const VIDEO = join(import.meta.dirname, '../../../../../db/demo/recordings/仓库检查.mp4')
const STREET = join(import.meta.dirname, '../../../../../db/demo/recordings/门头.jpg')

/** What must be recorded: a copy of the demo's invented clip, of the time of the act, is stored and bound to the scene. */
export async function bindYearRecording(caller: RequestContext, caseId: string, owed: SceneDebt): Promise<void> {
  const medium = owed.media.includes('video') ? 'video' : 'photo'
  const recording = await storeClip(caller, {
    file: medium === 'video' ? VIDEO : CLIP,
    fileName: medium === 'video' ? '现场（虚构）.mp4' : '现场（虚构）.jpg',
    medium,
    capturedAt: owed.beganAt ?? owed.actedAt,
    device: null,
    place: '现场（虚构）',
    officer: caller.actor.personId,
  })
  await bindRecording(caller, caseId, { run: owed.run, scene: owed.scene, recording })
}

/** What a device has seen by itself, brought in by whoever calls. */
export function storeSeen(
  caller: RequestContext,
  { device, place, capturedAt }: { readonly device: string; readonly place: string; readonly capturedAt: string },
): Promise<string> {
  const fileName = `${device}-${dateInShanghai(new Date(capturedAt))}.jpg`
  return storeClip(caller, { file: STREET, fileName, medium: 'photo', capturedAt, device, place, officer: null })
}

type Clip = Parameters<typeof readCapture>[2] & {
  readonly file: string
  readonly fileName: string
  readonly medium: 'video' | 'photo'
}

/** A box that every player skips makes of each copy a file of its own, since a file is registered once. */
async function storeClip(caller: RequestContext, { file, fileName, medium, ...said }: Clip): Promise<string> {
  const bytes = Buffer.concat([await readFile(file), freeBox()])
  const digests = await storeBytes(caller.blobs, newId(), bytes)
  const { agencyId, personId } = caller.actor
  const now = caller.clock.now()
  const office = { agencyId, now, parameters: await loadParameterValues(caller.db, agencyId) }
  const capture = await readCapture(caller.db, office, said)
  if ('isWrong' in capture) throw new Error(capture.sentence)
  const id = newId()
  const mediaType = sniffMedia(bytes.subarray(0, SNIFF_BYTES))
  await caller.db.transaction(async (tx) => {
    await tx.query(insertBlob({ ...digests, size: bytes.length, mediaType, at: now.toISOString() }))
    await insertRecording(tx, {
      ...capture,
      id,
      agencyId,
      sha256: digests.sha256,
      medium,
      fileName,
      source: 'desk',
      uploadId: null,
      storedAt: now.toISOString(),
      storedBy: personId,
      saidCase: '',
    })
  })
  return id
}

const FREE_BYTES = 24

function freeBox(): Buffer {
  const box = randomBytes(FREE_BYTES)
  box.writeUInt32BE(FREE_BYTES, 0)
  box.write('free', 4, 'latin1')
  return box
}
