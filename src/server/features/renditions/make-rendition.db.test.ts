import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { chown, open } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'
import { mediumOf } from '#domain/recording/medium.ts'
import { insertBlob } from '#server/blobs/blob-rows.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { newId } from '#server/ids.ts'
import { findFfmpeg, NO_FFMPEG } from '../../../../scripts/find-ffmpeg.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import {
  callingAvi,
  endless,
  madeBy,
  pixelFlood,
  playlist,
  polyglot,
  RECIPES,
} from '../../../../tests/support/hostile-media.ts'
import { madePng, madeWav } from '../../../../tests/support/made-files.ts'
import { MADE_HEIC } from '../../../../tests/support/made-heic.ts'
import { demuxerOf } from './demuxers.ts'
import { makeRendition } from './make-rendition.ts'
import { resumeRenditions } from './resume-renditions.ts'
import { inputOf, type MediaRun, runMedia, SOURCE, workerIds } from './run-media.ts'
import { withSource } from './source-file.ts'
import { storeDerived } from './store-derived.ts'

let desk: TestDesk
let folder: string
let listener: Server
let calls = 0

beforeAll(async () => {
  if (!findFfmpeg()) throw new Error(NO_FFMPEG)
  desk = await testDesk()
  folder = mkdtempSync(join(tmpdir(), 'zhaofa-media-'))
  listener = createServer((_request, response) => response.end(`${calls++}`))
  listener.on('connection', () => (calls += 1))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
}, 240_000)
afterAll(async () => {
  listener.close()
  await desk.close()
  rmSync(folder, { recursive: true })
})

const address = (): string => `http://127.0.0.1:${(listener.address() as AddressInfo).port}/secret.ts`

type Row = {
  readonly state: string
  readonly sentence: string | null
  readonly probe: { durationMs?: number; width?: number; videoCodec?: string }
  readonly poster: string | null
  readonly strip: string | null
  readonly web: string | null
  readonly waveform: number[] | null
}

async function store(bytes: Buffer): Promise<string> {
  const digests = await storeBytes(desk.context.blobs, newId(), bytes)
  const mediaType = sniffMedia(bytes.subarray(0, SNIFF_BYTES))
  await desk.context.db.query(insertBlob({ ...digests, size: bytes.length, mediaType, at: '2026-03-10T02:00:00Z' }))
  await desk.context.db.query({
    text: `INSERT INTO app.renditions (sha256, state) VALUES ($1, 'waiting') ON CONFLICT DO NOTHING`,
    values: [digests.sha256],
  })
  return digests.sha256
}

/** What becomes of a file, with the original unchanged whatever it was. */
async function rendered(bytes: Buffer): Promise<Row & { readonly sha256: string }> {
  const sha256 = await store(bytes)
  await makeRendition(desk.context, sha256)
  expect(await desk.context.blobs.verify(sha256)).toBe('sound')
  const { rows } = await desk.context.db.query<Row>({
    text: `SELECT state, sentence, probe, poster_sha256 AS poster, strip_sha256 AS strip, web_sha256 AS web, waveform
      FROM app.renditions WHERE sha256 = $1`,
    values: [sha256],
  })
  if (!rows[0]) throw new Error('no row')
  return { ...rows[0], sha256 }
}

const made = (name: string): Buffer => madeBy(folder, name, ...(RECIPES[name] ?? []))
const blob = (sha256: string | null) => buffer(desk.context.blobs.openRange(sha256 ?? ''))

describe('what is made of a recording', () => {
  test('of a phone: length, poster, strip and waveform; browsers play it as it is', async () => {
    const row = await rendered(made('phone.mp4'))
    expect(row).toMatchObject({ state: 'ready', sentence: null, web: row.sha256 })
    expect(row.probe).toMatchObject({ width: 320, videoCodec: 'h264' })
    expect(row.probe.durationMs).toBeGreaterThan(2900)
    expect(row.probe.durationMs).toBeLessThan(3200)
    for (const picture of [row.poster, row.strip]) expect(sniffMedia(await blob(picture))).toBe('image/jpeg')
    expect(row.waveform?.length).toBeGreaterThan(300)
    expect(row.waveform?.length).toBeLessThanOrEqual(800)
    expect(Math.max(...(row.waveform ?? []))).toBeGreaterThan(0.05)
  })

  test.each(['recorder.avi', 'camera.ts'])('of another container (%s): a version that browsers play', async (name) => {
    const row = await rendered(made(name))
    expect(row).toMatchObject({ state: 'ready', sentence: null })
    expect(row.web).not.toBe(row.sha256)
    const web = await blob(row.web)
    expect(sniffMedia(web)).toBe('video/mp4')
    // What is needed to begin and to search stands before the pictures.
    expect(web.indexOf('moov')).toBeLessThan(web.indexOf('mdat'))
    for (const picture of [row.poster, row.strip]) expect(sniffMedia(await blob(picture))).toBe('image/jpeg')
  })

  test('of a sound: its length and waveform', async () => {
    const row = await rendered(madeWav('询问.wav', 3).buffer)
    expect(row).toMatchObject({ state: 'ready', poster: null, web: row.sha256 })
    expect(row.probe.durationMs).toBe(3000)
    expect(row.waveform?.every((peak) => peak > 0.2 && peak < 0.3)).toBe(true)
  })

  test('of a photo: a preview of at most 1600 points without what the camera wrote beside it', async () => {
    const place = 'GPS-31.2304'
    const photo = madeBy(
      folder,
      'photo.jpg',
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=2400x1600',
      '-frames:v',
      '1',
      '-update',
      '1',
    )
    // A comment of the camera behind the start of the picture.
    const noted = Buffer.concat([
      photo.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 2 + place.length]),
      Buffer.from(place),
      photo.subarray(2),
    ])
    const row = await rendered(noted)
    expect(row.state).toBe('ready')
    expect(noted.includes(place)).toBe(true)
    for (const picture of [row.poster, row.web]) expect((await blob(picture)).includes(place)).toBe(false)
    const size = spawnSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0', '-'], {
      input: await blob(row.web),
      encoding: 'utf8',
    })
    expect(size.stdout.trim()).toBe('1600,1067')
  })

  test('is made once: the same bytes again change nothing', async () => {
    const sha256 = await store(madePng('').buffer)
    expect(await makeRendition(desk.context, sha256)).toBe('ready')
    expect(await makeRendition(desk.context, sha256)).toBe('known')
  })
})

describe('a server without ffmpeg', () => {
  test('says so on the row, and makes up for it when ffmpeg is there and a worker starts', async () => {
    const sha256 = await store(madePng('', 68).buffer)
    const state = async () =>
      (
        await desk.context.db.query<{ state: string; sentence: string | null }>({
          text: 'SELECT state, sentence FROM app.renditions WHERE sha256 = $1',
          values: [sha256],
        })
      ).rows[0]
    expect(await makeRendition(desk.context, sha256, async () => false)).toBe('skipped')
    expect(await state()).toEqual({ state: 'skipped', sentence: expect.stringContaining('没有安装 ffmpeg') })
    await resumeRenditions(desk.context)
    const { rows } = await desk.context.db.query({
      text: `SELECT key FROM graphile_worker.jobs WHERE key = 'make-rendition:' || $1`,
      values: [sha256],
    })
    expect(rows).toHaveLength(1)
    expect(await makeRendition(desk.context, sha256)).toBe('ready')
    expect(await state()).toEqual({ state: 'ready', sentence: null })
  })
})

describe('a file that is not what it should be', () => {
  const HOSTILE: readonly (readonly [string, () => Buffer, RegExp])[] = [
    ['a picture of 50,000 × 50,000 points', pixelFlood, /50000×50000 像素|损坏/],
    ['a video cut in the middle', () => made('phone.mp4').subarray(0, 4000), /损坏/],
    [
      'a head with noise behind it',
      () => Buffer.concat([made('phone.mp4').subarray(0, 32), Buffer.alloc(50_000, 7)]),
      /损坏/,
    ],
    [
      'an AVI with noise inside',
      () => Buffer.concat([made('recorder.avi').subarray(0, 300), Buffer.alloc(9000, 0x41)]),
      /损坏|没有画面/,
    ],
    ['a sound that claims to last most of a year', () => endless(made('talk.ogg')), /24 小时/],
    ['an AVI that calls an address', () => callingAvi(address()), /损坏|没有画面/],
    ['a playlist under the name of a video', () => playlist(address()), /认不出/],
    ['a list of other files', () => Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"), /认不出/],
    ['an archive bomb under the name of a video', () => Buffer.from('PK\x03\x04bomb', 'latin1'), /认不出/],
    ['one byte', () => Buffer.from('x'), /认不出/],
  ]
  test.each(HOSTILE)('%s ends with a sentence, and the original stays', async (_what, bytes, sentence) => {
    const row = await rendered(bytes())
    expect(row.state).toBe('failed')
    expect(row.sentence).toMatch(sentence)
    expect(row.sentence).toContain('原件完好保存')
    expect(row.web).toBeNull()
  })

  test('a picture with a web page behind it gives pictures and nothing else', async () => {
    const row = await rendered(polyglot())
    expect(row.state).toBe('ready')
    for (const picture of [row.poster, row.web]) expect((await blob(picture)).includes('<script>')).toBe(false)
  })

  test('none of them called anybody or stopped what comes after', async () => {
    expect(calls).toBe(0)
    expect((await rendered(madePng('', 65).buffer)).state).toBe('ready')
  })

  test('leaves no folder behind, whatever happens in it', async () => {
    let work = ''
    const broken = withSource(desk.context.blobs, await store(madePng('', 67).buffer), async (source) => {
      work = source.folder
      expect(existsSync(work)).toBe(true)
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(existsSync(work)).toBe(false)
  })

  test('no reader that follows references is in the table', () => {
    const types = [
      ...'jpeg png gif tiff webp bmp avif heic heif'.split(' ').map((name) => `image/${name}`),
      'video/mp4',
    ]
    const readers = types.map(demuxerOf)
    for (const reader of readers)
      expect(['hls', 'dash', 'concat', 'image2', 'rtsp', 'sdp', 'lavfi', 'applehttp']).not.toContain(reader)
    expect(demuxerOf('application/octet-stream')).toBeUndefined()
    expect(demuxerOf('application/zip')).toBeUndefined()
  })
})

describe('a HEIC photograph from a phone', () => {
  const opensHeic = () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zhaofa-heic-')), 'photo.heic')
    writeFileSync(file, MADE_HEIC)
    const probed = spawnSync('ffprobe', ['-v', 'error', '-f', 'mov', '-show_streams', file], { encoding: 'utf8' })
    rmSync(file)
    return probed.status === 0 && probed.stdout.includes('width=')
  }

  test('is a photo by its bytes', () => {
    const mediaType = sniffMedia(MADE_HEIC.subarray(0, SNIFF_BYTES))
    expect([mediaType, mediumOf(mediaType, 'IMG_0001.HEIC')]).toEqual(['image/heic', 'photo'])
  })

  test('has a preview where ffmpeg opens it, else a sentence on what would help, and is tried again by the next version', async () => {
    const row = await rendered(MADE_HEIC)
    expect(row.state).toBe(opensHeic() ? 'ready' : 'skipped')
    if (!opensHeic()) expect(row.sentence).toMatch(/HEIC 照片.*原件完好保存.*ffmpeg 7\.1 以上/)
    expect(await blob(row.sha256)).toEqual(MADE_HEIC)
  })

  test('that cannot be opened leaves one leaf, however often a start tries it again', async () => {
    const sha256 = await store(Buffer.concat([MADE_HEIC.subarray(0, 40), Buffer.from('broken photograph')]))
    for (let start = 0; start < 3; start += 1) expect(await makeRendition(desk.context, sha256)).toBe('skipped')
    const { rows } = await desk.database.owner.query<{ subject: string }>({
      text: `SELECT subject FROM app.leaves WHERE kind = 'rendition' AND subject LIKE 'rendition:${sha256}:%'`,
    })
    expect(rows).toEqual([{ subject: `rendition:${sha256}:1` }])
  })
})

describe('the children that read strange files', () => {
  /** Runs one with an original of ours open, in a folder of its own. */
  async function run(more: Pick<MediaRun, 'args'> & Partial<MediaRun>) {
    const sha256 = await store(madePng('', 66).buffer)
    const original = await desk.context.blobs.openLocal(sha256)
    if (!original) throw new Error('no original')
    const work = mkdtempSync(join(tmpdir(), 'zhaofa-work-'))
    const ids = workerIds()
    if (ids) await chown(work, ...ids)
    try {
      const began = performance.now()
      const limits = { timeMs: 20_000, fileBytes: 100_000 }
      const end = await runMedia({ program: 'ffmpeg', sourceFd: original.fd, folder: work, ...limits, ...more })
      const sizes = readdirSync(work).map((name) => statSync(join(work, name)).size)
      return { end, sizes, ms: performance.now() - began, sha256 }
    } finally {
      await original.close()
      rmSync(work, { recursive: true })
    }
  }
  const ENDLESS = ['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=1000', '-f', 'rawvideo', '-y']

  test('are stopped when their time is over, with all that they started', async () => {
    const { end, ms } = await run({ args: [...ENDLESS, '/dev/null'], timeMs: 700 })
    expect(end.is).toBe('stopped')
    expect(ms).toBeLessThan(10_000)
    // A process that was killed leaves when the machine lets it.
    const running = () => spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout
    await expect.poll(running).not.toContain('testsrc=size=640x360:rate=1000')
  })

  test('cannot write more than they may', async () => {
    const { end, sizes } = await run({ args: [...ENDLESS, 'out.raw'] })
    expect(end.is).toBe('failed')
    expect(sizes).toEqual([100_000])
  })

  test('cannot take more memory than they may', async () => {
    const args = [
      '-f',
      'lavfi',
      '-i',
      'color=size=32x32',
      '-vf',
      'scale=60000:60000',
      '-frames:v',
      '1',
      '-f',
      'null',
      '-',
    ]
    expect((await run({ args })).end.is).toBe('failed')
  })

  test('reach no address, even where the reader of playlists would', async () => {
    const list = join(folder, 'list.m3u8')
    const file = await open(list, 'w')
    await file.writeFile(playlist(address()))
    await file.close()
    const input = inputOf('hls').map((word) => (word === SOURCE ? `file:${list}` : word))
    expect((await run({ args: [...input, '-f', 'null', '-'] })).end.is).toBe('failed')
    expect(calls).toBe(0)
  })

  test('cannot have a link stored in place of what they made', async () => {
    const [secret, made] = [join(folder, 'secret'), join(folder, 'web.mp4')]
    writeFileSync(secret, 'only ours')
    symlinkSync(secret, made)
    const file = { path: made, mediaType: 'video/mp4', at: '2026-03-10T02:00:00Z' }
    await expect(storeDerived(desk.context.blobs, file)).rejects.toThrow('ELOOP')
    rmSync(made)
    linkSync(secret, made)
    await expect(storeDerived(desk.context.blobs, file)).rejects.toThrow('no file of its own')
  })

  test.skipIf(process.getuid?.() !== 0)('cannot write to the original that they read', async () => {
    const args = ['-f', 'lavfi', '-i', 'color=size=32x32', '-frames:v', '1', '-f', 'rawvideo', '-y', SOURCE]
    const { end, sha256 } = await run({ args })
    expect(end).toMatchObject({ is: 'failed', said: expect.stringMatching(/Permission denied/) })
    expect(await desk.context.blobs.verify(sha256)).toBe('sound')
  })
})
