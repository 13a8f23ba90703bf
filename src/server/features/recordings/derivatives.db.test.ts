import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { digestOf, makeRecording } from '../../../../tests/support/recordings.ts'
import { makeDerivative } from './make-derivative.ts'

/** What ffmpeg writes to its output, as bytes. */
function ffmpeg(args: readonly string[], input?: Uint8Array): Buffer {
  return execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    ...(input ? { input } : {}),
    maxBuffer: 64 * 1024 * 1024,
  })
}

const WIDTH = 256
const HEIGHT = 128
let folder: string
/** Six seconds of a moving picture with a tone. */
let film: Buffer
/** Sharp colours, and metadata that says where and with what it was taken. */
let photo: Buffer

let desk: TestDesk
let road: PenaltyRoad<Caller>
const ids: Record<'film' | 'photo' | 'turned', string> = { film: '', photo: '', turned: '' }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhaofa-films-'))
  const at = join(folder, 'film.mp4')
  const sources = [
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=160x90:rate=25:duration=6',
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=440:duration=6',
  ]
  ffmpeg([
    ...sources,
    '-metadata',
    'location=+39.9+116.3/',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-c:a',
    'aac',
    at,
  ])
  film = readFileSync(at)
  photo = ffmpeg([
    '-f',
    'lavfi',
    '-i',
    `testsrc=size=${WIDTH}x${HEIGHT}`,
    '-frames:v',
    '1',
    '-q:v',
    '1',
    '-f',
    'mjpeg',
    '-',
  ])
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  const caseId = road.id
  const of = { durationMs: 6000, width: 160, height: 90, audioCodec: 'aac' }
  ids.film = await makeRecording(desk, { bytes: film, medium: 'video', fileName: '检查.mp4', probe: of, caseId })
  const still = { width: WIDTH, height: HEIGHT }
  ids.photo = await makeRecording(desk, { bytes: photo, medium: 'photo', fileName: '货架.jpg', probe: still, caseId })
  ids.turned = await makeRecording(desk, {
    bytes: withExif(photo),
    medium: 'photo',
    fileName: '横拍.jpg',
    probe: still,
    caseId,
  })
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The photo as a phone held upright writes it: to be shown turned by ninety degrees, and with where it was taken. */
function withExif(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100060000' + '00000000', 'hex')
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPSHERE\0')])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

type Row = {
  readonly id: string
  readonly state: string
  readonly sentence: string | null
  readonly sha256: string | null
  readonly parentSha256: string
  readonly mediaType: string
}
const ask = async (recording: string, recipe: object, more: object = {}, login = 'lin') => {
  // What is asked for later stands first.
  desk.pass(1)
  const body = { recipe, reason: '遮盖无关的人', ...more }
  return (await desk.as(login)).send('POST', `/api/recordings/${recording}/derivatives`, body)
}

/** Asks, lets the job run and answers what came of it. */
async function make(recording: string, recipe: object, more: object = {}): Promise<Row> {
  const answer = await ask(recording, recipe, more)
  expect(answer.statusCode, answer.body).toBe(202)
  const [{ id } = { id: '' }] = answer.json<{ derivatives: Row[] }>().derivatives
  await makeDerivative(desk.context, id)
  return read(recording, id)
}
async function read(recording: string, id: string): Promise<Row> {
  const answer = await (await desk.as('lin')).get(`/api/recordings/${recording}/derivatives`)
  const row = answer.json<{ derivatives: Row[] }>().derivatives.find((one) => one.id === id)
  if (!row) throw new Error('the derivative is not listed')
  return row
}

/** The bytes, as a viewer of the recording gets them. */
async function bytesOf(recording: string, derivative: string): Promise<Buffer> {
  const lin = await desk.as('lin')
  const { id } = (await lin.send('POST', `/api/recordings/${recording}/viewings`, {})).json<{ id: string }>()
  const answer = await lin.get(`/api/viewings/${id}/derivatives/${derivative}`)
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200)
  return answer.rawPayload
}

/** Rows of red, green and blue of one frame, as they are shown. */
function pixels(
  bytes: Uint8Array,
  atSeconds = 0,
): { at(x: number, y: number): readonly number[]; width: number; all: Buffer } {
  const path = join(folder, 'shown')
  writeFileSync(path, bytes)
  const size = execFileSync('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'stream=width,height',
    '-select_streams',
    'v',
    '-of',
    'csv=p=0',
    path,
  ])
  const raw = ffmpeg([
    '-ss',
    String(atSeconds),
    '-i',
    path,
    '-frames:v',
    '1',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgb24',
    '-',
  ])
  const [w = 0, h = 0] = String(size).trim().split(',').map(Number)
  const width = raw.length === w * h * 3 && !isTurned(bytes) ? w : h
  return { width, all: raw, at: (x, y) => [...raw.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)] }
}
const isTurned = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 64)).includes('Exif')

/** How loud a stretch is at its loudest, in decibels below full. */
function loudness(bytes: Uint8Array, from: number, until: number): number {
  const path = join(folder, 'heard')
  writeFileSync(path, bytes)
  const said = execFileSync(
    'sh',
    [
      '-c',
      `ffmpeg -hide_banner -nostats -ss ${from} -t ${until - from} -i "${path}" -vn -af volumedetect -f null - 2>&1`,
    ],
    { encoding: 'utf8' },
  )
  return Number(/max_volume: (-?[\d.]+) dB/.exec(said)?.[1])
}

function duration(bytes: Uint8Array): number {
  const path = join(folder, 'long')
  writeFileSync(path, bytes)
  return Number(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path]))
}

const everyPixel = Array.from({ length: WIDTH * HEIGHT }, (_, nth) => [nth % WIDTH, Math.floor(nth / WIDTH)] as const)

describe('a covered photo', () => {
  const recipe = { kind: 'redaction', boxes: [{ x: 2500, y: 2500, width: 2500, height: 5000 }], muted: [] }

  test('is black inside the box and to the last pixel the original outside of it', async () => {
    const made = await make(ids.photo, recipe)
    expect(made).toMatchObject({ state: 'ready', mediaType: 'image/png', parentSha256: digestOf(photo) })
    const [before, after] = [pixels(photo), pixels(await bytesOf(ids.photo, made.id))]
    const isInside = (x: number, y: number) => x >= 64 && x < 128 && y >= 32 && y < 96
    const expected = everyPixel.map(([x, y]) => (isInside(x, y) ? [0, 0, 0] : before.at(x, y)))
    expect(everyPixel.map(([x, y]) => after.at(x, y))).toEqual(expected)
  })

  test('that is shown turned is covered where it is seen, and tells nothing of where it was taken', async () => {
    const corner = { kind: 'redaction', boxes: [{ x: 0, y: 0, width: 5000, height: 2500 }], muted: [] }
    const made = await make(ids.turned, corner)
    const bytes = await bytesOf(ids.turned, made.id)
    const [before, after] = [pixels(withExif(photo)), pixels(bytes)]
    expect([before.width, after.width]).toEqual([HEIGHT, HEIGHT])
    expect([after.at(0, 0), after.at(63, 63)]).toEqual(Array(2).fill([0, 0, 0]))
    const outside = [
      [64, 0],
      [0, 64],
      [127, 255],
    ] as const
    expect(outside.map(([x, y]) => after.at(x, y))).toEqual(outside.map(([x, y]) => before.at(x, y)))
    for (const trace of ['Exif', 'eXIf', 'GPS']) expect(bytes.includes(trace), trace).toBe(false)
  })
})

describe('a film', () => {
  test('is cut to the span, and the clip begins with the picture of that instant', async () => {
    const made = await make(ids.film, { kind: 'clip', fromMs: 2000, untilMs: 4500 })
    const bytes = await bytesOf(ids.film, made.id)
    expect(Math.abs(duration(bytes) - 2.5)).toBeLessThan(0.1)
    const [there, here] = [pixels(film, 2).all, pixels(bytes).all]
    const apart = there.reduce((sum, value, index) => sum + Math.abs(value - (here[index] ?? 0)), 0) / there.length
    const other = pixels(film, 3).all
    const different = there.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / there.length
    expect(apart).toBeLessThan(different / 2)
    expect(bytes.includes('39.9')).toBe(false)
  })

  test('is covered for its time alone and muted for its time alone', async () => {
    const boxes = [{ x: 0, y: 0, width: 5000, height: 5000, fromMs: 2000, untilMs: 3000 }]
    const made = await make(ids.film, { kind: 'redaction', boxes, muted: [{ fromMs: 4000, untilMs: 5000 }] })
    const bytes = await bytesOf(ids.film, made.id)
    expect(Math.max(...pixels(bytes, 2.5).at(20, 20))).toBeLessThan(12)
    expect(Math.max(...pixels(bytes, 2).at(20, 20))).toBeLessThan(12)
    expect(Math.max(...pixels(bytes, 1).at(20, 20))).toBeGreaterThan(60)
    expect(Math.max(...pixels(bytes, 4).at(20, 20))).toBeGreaterThan(60)
    expect(loudness(bytes, 4.05, 4.95)).toBeLessThan(-80)
    expect(loudness(bytes, 2, 3)).toBeGreaterThan(-30)
    expect(loudness(bytes, 5.2, 5.8)).toBeGreaterThan(-30)
  })

  test('is cut first and covered then, and a box is judged by the clip', async () => {
    const clip = await make(ids.film, { kind: 'clip', fromMs: 0, untilMs: 1000 })
    const box = { x: 0, y: 0, width: 10_000, height: 10_000 }
    const past = { kind: 'redaction', boxes: [{ ...box, fromMs: 0, untilMs: 1001 }], muted: [] }
    expect((await ask(ids.film, past, { of: clip.id })).statusCode).toBe(422)
    const made = await make(ids.film, { kind: 'redaction', boxes: [box], muted: [] }, { of: clip.id })
    expect(made.parentSha256).toBe(clip.sha256)
    expect(Math.max(...pixels(await bytesOf(ids.film, made.id), 0.5).all)).toBeLessThan(12)
  })
})

describe('a clip as evidence', () => {
  const evidenceOf = (derivative: string) => ({
    run: 'main',
    evidence: [{ kind: '视听资料', title: '检查的一段', source: '执法记录仪', derivative }],
  })
  test('names the recording, the span and the clip, with the digest of the clip', async () => {
    const clip = await make(ids.film, { kind: 'clip', fromMs: 1000, untilMs: 1500 })
    await road.take('lin', 'add-evidence', {}, evidenceOf(clip.id))
    const { evidence } = (await road.state('lin')) as unknown as { evidence: Record<string, unknown>[] }
    expect(evidence.at(-1)).toMatchObject({
      sha256: clip.sha256,
      fileName: '检查（片段）.mp4',
      mediaType: 'video/mp4',
      exhibit: { recording: ids.film, derivative: clip.id, fromMs: 1000, untilMs: 1500 },
    })
  })
  test('is there before it is evidence', async () => {
    const answer = await ask(ids.film, { kind: 'clip', fromMs: 3000, untilMs: 3500 })
    const [{ id } = { id: '' }] = answer.json<{ derivatives: Row[] }>().derivatives
    expect((await road.trial('lin', 'add-evidence', evidenceOf(id))).body).toContain('还没有做成')
  })
})

describe('the original', () => {
  const fileOf = (sha256: string): string => {
    const { blobStore } = desk.context.config
    if (blobStore.kind !== 'file') throw new Error('the store of this test is a folder')
    return join(blobStore.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  test('is the same to the byte after all of this, and nobody may write it', () => {
    for (const bytes of [film, photo, withExif(photo)]) {
      const path = fileOf(digestOf(bytes))
      expect(digestOf(readFileSync(path))).toBe(digestOf(bytes))
      expect(statSync(path).mode & 0o222).toBe(0)
    }
  })
})

describe('the same recipe', () => {
  const recipe = { kind: 'clip', fromMs: 100, untilMs: 600 }
  test('is made once, whoever asks for it again', async () => {
    const first = await make(ids.film, recipe)
    const again = await ask(ids.film, { untilMs: 600, fromMs: 100, kind: 'clip' }, { reason: '再要一次' }, 'zheng')
    const { derivatives } = again.json<{ derivatives: (Row & { recipe: { fromMs?: number } })[] }>()
    const same = derivatives.filter(({ recipe: { fromMs } }) => fromMs === 100)
    expect(same).toHaveLength(1)
    expect(await makeDerivative(desk.context, first.id)).toBe('known')
    expect((await read(ids.film, first.id)).sha256).toBe(first.sha256)
  })

  test('gives the same bytes when it is made anew', async () => {
    const first = await make(ids.film, recipe)
    await desk.database.owner.query({
      text: `UPDATE app.derivatives SET state = 'waiting', result_sha256 = NULL, made_at = NULL WHERE id = $1`,
      values: [first.id],
    })
    await makeDerivative(desk.context, first.id)
    expect((await read(ids.film, first.id)).sha256).toBe(first.sha256)
  })
})

describe('a derivative that cannot be made', () => {
  test('says so, leaves the original alone and can be asked for again', async () => {
    const bytes = Buffer.from('RIFF\x24\0\0\0AVI LIST 这不是录像')
    const broken = await makeRecording(desk, { bytes, medium: 'video', caseId: road.id })
    const recipe = { kind: 'clip', fromMs: 0, untilMs: 1000 }
    const made = await make(broken, recipe)
    expect(made).toMatchObject({ state: 'failed', sha256: null, sentence: expect.stringContaining('原件不受影响') })
    const again = (await ask(broken, recipe)).json<{ derivatives: Row[] }>().derivatives
    expect(again).toMatchObject([{ id: made.id, state: 'waiting', sentence: null }])
  })

  test('for lack of ffmpeg says what to do', async () => {
    const answer = await ask(ids.film, { kind: 'clip', fromMs: 7, untilMs: 1007 })
    const [{ id } = { id: '' }] = answer.json<{ derivatives: Row[] }>().derivatives
    expect(await makeDerivative(desk.context, id, async () => false)).toBe('failed')
    expect((await read(ids.film, id)).sentence).toMatch(/没有安装 ffmpeg.*再制作一次/)
  })

  test('of what names a second file is not tried: no reader is trusted with it', async () => {
    const list = Buffer.from(`#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n`)
    const trap = await makeRecording(desk, { bytes: list, medium: 'video', caseId: road.id })
    expect((await make(trap, { kind: 'clip', fromMs: 0, untilMs: 1000 })).state).toBe('failed')
  })
})

describe('what is asked for', () => {
  test.each([
    [{ kind: 'clip', fromMs: 0, untilMs: 6001 }, '终点在记录之外'],
    [{ kind: 'redaction', boxes: [], muted: [] }, '至少画一个'],
    [{ kind: 'redaction', boxes: [{ x: 9999, y: 0, width: 2, height: 2 }], muted: [] }, '整个在画面以内'],
    [{ kind: 'redaction', boxes: [{ x: 0.5, y: 0, width: 2, height: 2 }], muted: [] }, '整数'],
    [{ kind: 'watermark', lines: ['别人'], viewing: 'x' }, ''],
    [{ kind: 'clip', fromMs: 0, untilMs: 1, filter: 'x' }, ''],
  ])('%o is refused with a sentence', async (recipe, sentence) => {
    const answer = await ask(ids.film, recipe)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
  })

  test('needs a reason, and somebody who works on the case', async () => {
    const recipe = { kind: 'clip', fromMs: 0, untilMs: 1000 }
    expect((await ask(ids.film, recipe, { reason: '' })).statusCode).toBe(422)
    expect((await ask(ids.film, recipe, {}, 'chuang')).statusCode).toBe(403)
    expect((await ask(ids.film, recipe, {}, 'zhu')).statusCode).toBe(404)
  })
})

describe('a copy that is taken away', () => {
  async function download(recording: string, more: object = {}) {
    const lin = await desk.as('lin')
    const begun = await lin.send('POST', `/api/recordings/${recording}/viewings`, { purpose: 'download', ...more })
    expect(begun.statusCode, begun.body).toBe(201)
    const { id } = begun.json<{ id: string }>()
    const get = () => lin.get(`/api/viewings/${id}/content`)
    return { id, get, begun: begun.json<{ copy: unknown }>(), lin }
  }
  async function mark(viewing: string): Promise<void> {
    const { rows } = await desk.database.owner.query<{ id: string }>({
      text: `SELECT id FROM app.derivatives WHERE recipe ->> 'viewing' = $1`,
      values: [viewing],
    })
    await makeDerivative(desk.context, rows[0]?.id ?? '')
  }

  test.each([
    ['photo', 'image/png'],
    ['film', 'video/mp4'],
  ] as const)('of a %s has the name over it and is no original', async (what, type) => {
    const { id, get, begun } = await download(ids[what])
    expect(begun.copy).toEqual({ state: 'waiting', sentence: null })
    const early = await get()
    expect([early.statusCode, early.json<{ detail: string }>().detail]).toEqual([
      409,
      expect.stringContaining('正在加水印'),
    ])
    await mark(id)
    const answer = await get()
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type])
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toMatch(/^attachment; .*（带水印）/)
    const [before, after] = [pixels(what === 'photo' ? photo : film).all, pixels(answer.rawPayload).all]
    const changed = before.filter((value, index) => Math.abs(value - (after[index] ?? 0)) > 40).length
    expect(changed / before.length).toBeGreaterThan(0.005)
    const { rows } = await desk.database.owner.query<{ lines: string[] }>({
      text: `SELECT recipe -> 'lines' AS lines FROM app.derivatives WHERE recipe ->> 'viewing' = $1`,
      values: [id],
    })
    expect(rows[0]?.lines).toEqual([
      '林一　南屏市青石区市场监督管理局',
      expect.stringMatching(/^2026-06-01 1\d:\d\d　/),
    ])
  })

  test('is the only thing that a download gives, to nobody else and in no list', async () => {
    const { id, get, lin } = await download(ids.photo)
    await mark(id)
    expect((await get()).statusCode).toBe(200)
    for (const part of ['web', 'poster', 'strip', 'waveform'])
      expect((await lin.get(`/api/viewings/${id}/${part}`)).statusCode).toBe(404)
    expect((await (await desk.as('zheng')).get(`/api/viewings/${id}/content`)).statusCode).toBe(404)
    const listed = (await lin.get(`/api/recordings/${ids.photo}/derivatives`)).json<{
      derivatives: { kind: string }[]
    }>()
    expect(listed.derivatives.filter(({ kind }) => kind === 'watermark')).toEqual([])
  })

  test('may be of what was covered', async () => {
    const covered = await make(ids.photo, {
      kind: 'redaction',
      boxes: [{ x: 0, y: 0, width: 10_000, height: 10_000 }],
      muted: [],
    })
    const { id, get } = await download(ids.photo, { derivative: covered.id })
    await mark(id)
    const { all } = pixels((await get()).rawPayload)
    expect(all.filter((value) => value < 8).length / all.length).toBeGreaterThan(0.5)
    const unknown = await (await desk.as('lin')).send('POST', `/api/recordings/${ids.film}/viewings`, {
      purpose: 'download',
      derivative: covered.id,
    })
    expect(unknown.statusCode).toBe(404)
  })
})
