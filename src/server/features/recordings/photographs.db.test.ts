import { execFileSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Photograph, PhotographsAnswer } from '#contract/photographs.ts'
import { makeRendition } from '#server/features/renditions/index.ts'
import { AccessRoad } from '../../../../tests/support/access-road.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { idOf, sha256Of } from '../../../../tests/support/evidence-uploads.ts'
import { madePdf, madeWav } from '../../../../tests/support/made-files.ts'
import { pdfText } from '../../../../tests/support/pdf-text.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { append, begin } from '../../../../tests/support/tus-exchange.ts'
import { makeDerivative } from './make-derivative.ts'

const [WIDTH, HEIGHT] = [256, 128]
const BOX = { x: 1000, y: 1000, width: 3000, height: 5000 }
const COVER = { recipe: { kind: 'redaction', boxes: [BOX] }, reason: '遮盖与本案无关的人' }

/** What ffmpeg writes to its output, as bytes. */
const ffmpeg = (args: readonly string[], input?: Uint8Array): Buffer =>
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], { ...(input ? { input } : {}) })
const still = (): Buffer =>
  ffmpeg([
    ...['-f', 'lavfi', '-i', `testsrc=size=${WIDTH}x${HEIGHT}`],
    ...['-frames:v', '1', '-q:v', '1', '-f', 'mjpeg', '-'],
  ])
/** Red, green and blue, row by row. */
const pixelsOf = (file: Uint8Array): Buffer =>
  ffmpeg([...['-i', '-', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-']], file)
const at = (pixels: Buffer, x: number, y: number, width = WIDTH): readonly number[] => [
  ...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
]

/** As a phone held upright writes it: to be shown turned by ninety degrees. */
function turned(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

let desk: TestDesk
let road: PenaltyRoad<Caller>
let origin: string
const files: Record<'photo' | 'turned' | 'sound' | 'paper' | 'torn', { id: string; bytes: Buffer }> = {} as never
beforeAll(async () => {
  // Uploads end by the clock of the machine.
  desk = await testDesk(new Date().toISOString())
  road = await PenaltyRoad.open(desk)
  await road.file()
  await desk.app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`
  const photo = still()
  files.photo = await bring('货架.jpg', photo)
  files.turned = await bring('竖拍.jpg', turned(photo))
  files.sound = await bring('询问.wav', madeWav('', 1).buffer)
  files.paper = await bring('台账.pdf', madePdf('').buffer)
  files.torn = await bring('残页.pdf', Buffer.from('%PDF-1.7\nnothing that could be a page'))
  const evidence = Object.values(files).map(({ id }, nth) => ({ kind: '书证', title: `第${nth + 1}项`, upload: id }))
  await road.take('lin', 'add-evidence', {}, { evidence })
})
afterAll(() => desk.close())

async function bring(filename: string, bytes: Buffer): Promise<{ id: string; bytes: Buffer }> {
  const { cookie } = await road.as('lin')
  const { url } = await begin({ origin, cookie, size: bytes.length, metadata: { filename, caseId: road.id } })
  const sent = await append({ url, cookie, at: 0, body: bytes })
  expect(sent?.status, sent?.body.toString()).toBe(204)
  return { id: idOf(url), bytes }
}

const as = (login: string) => desk.as(login)
const cover = async (id: string, body: object = COVER, login = 'lin') =>
  (await as(login)).send('POST', `/api/evidence/${id}/derivatives`, body)
const list = async (login = 'lin') =>
  (await (await as(login)).get(`/api/cases/${road.id}/photographs`)).json<PhotographsAnswer>()
const photograph = async (id: string): Promise<Photograph> => {
  const found = (await list()).photographs.find((one) => one.id === id)
  if (!found) throw new Error('no such photograph')
  return found
}
const fetched = async (login: string, path: string) => (await as(login)).get(`/api/evidence/${path}`)

/** Asks, lets the job run and answers the newest derivative with its bytes. */
async function covered(id: string, body: object = COVER) {
  desk.pass(1)
  const asked = await cover(id, body)
  expect(asked.statusCode, asked.body).toBe(202)
  const [newest] = (await photograph(id)).derivatives
  await makeDerivative(desk.context, newest?.id ?? '')
  const [made] = (await photograph(id)).derivatives
  if (!made) throw new Error('nothing was made')
  const answer = await fetched('lin', `${id}/derivatives/${made.id}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return { made, bytes: answer.rawPayload }
}

describe('a photograph that came as plain evidence', () => {
  test('is covered in a file of its own: black in the box, every other pixel the original’s, the original untouched', async () => {
    const { made, bytes } = await covered(files.photo.id)
    expect(made).toMatchObject({
      kind: 'redaction',
      state: 'ready',
      parentSha256: sha256Of(files.photo.bytes),
      by: '林一',
    })
    const [before, after] = [pixelsOf(files.photo.bytes), pixelsOf(bytes)]
    for (const [x, y] of [
      [26, 13],
      [60, 40],
      [101, 75],
    ] as const)
      expect(at(after, x, y)).toEqual([0, 0, 0])
    for (const [x, y] of [
      [5, 5],
      [104, 40],
      [60, 78],
    ] as const)
      expect(at(after, x, y)).toEqual(at(before, x, y))
    expect((await fetched('lin', `${files.photo.id}/content`)).rawPayload.equals(files.photo.bytes)).toBe(true)
  })

  test('is covered where the hand drew, on a picture that is shown turned', async () => {
    await makeRendition(desk.context, sha256Of(files.turned.bytes))
    expect((await photograph(files.turned.id)).preview.state).toBe('ready')
    const shown = pixelsOf((await fetched('lin', `${files.turned.id}/preview`)).rawPayload)
    const { bytes } = await covered(files.turned.id, {
      ...COVER,
      recipe: { kind: 'redaction', boxes: [{ ...BOX, width: 2000 }] },
    })
    const after = pixelsOf(bytes)
    // Upright it is 128 wide: the box lies from 12 to 39 across and from 25 to 154 down.
    expect(at(after, 25, 100, HEIGHT)).toEqual([0, 0, 0])
    expect(at(shown, 25, 100, HEIGHT)).not.toEqual([0, 0, 0])
    expect(at(after, 80, 60, HEIGHT)).not.toEqual([0, 0, 0])
  })

  test('is covered once in the same way, and what is covered can be covered further', async () => {
    const before = (await photograph(files.photo.id)).derivatives
    await cover(files.photo.id)
    expect((await photograph(files.photo.id)).derivatives).toHaveLength(before.length)
    const more = { recipe: { kind: 'redaction', boxes: [{ x: 8000, y: 8000, width: 1500, height: 1500 }] } }
    const { made, bytes } = await covered(files.photo.id, { ...COVER, ...more, of: before[0]?.id })
    expect(made.parentSha256).toBe(before[0]?.sha256)
    expect([at(pixelsOf(bytes), 60, 40), at(pixelsOf(bytes), 215, 110)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  test.each([
    ['lin', 202],
    ['zheng', 202],
    ['shen', 202],
    ['wu', 403],
    ['qian', 403],
    ['zhuo', 403],
    ['zhu', 404],
  ])('%s gets %i on asking to cover it', async (login, status) => {
    expect((await cover(files.photo.id, COVER, login)).statusCode).toBe(status)
  })

  test.each([
    ['sound', COVER, 409, '只有照片可以这样遮盖；这份证据不是照片。'],
    ['photo', { ...COVER, recipe: { kind: 'redaction', boxes: [] } }, 422, '请至少画一个遮盖的框，或者选一段静音。'],
    ['photo', { ...COVER, recipe: { kind: 'clip', fromMs: 0, untilMs: 5 } }, 422, '照片没有时间，不能截取片段。'],
  ] as const)('what cannot be done to %s says so', async (which, body, status, sentence) => {
    const answer = await cover(files[which].id, body)
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([status, sentence])
  })

  test('becomes evidence of its own that names the photograph which it covers', async () => {
    const [made] = (await photograph(files.turned.id)).derivatives
    await road.take(
      'lin',
      'add-evidence',
      {},
      { evidence: [{ kind: '视听资料', title: '遮盖后', derivative: made?.id }] },
    )
    expect((await road.state('lin')).evidence.at(-1)).toMatchObject({
      title: '遮盖后',
      fileName: '竖拍（遮盖）.png',
      sha256: made?.sha256,
      covers: { evidence: files.turned.id, derivative: made?.id },
    })
  })
})

describe('who reads by a granted request', () => {
  const by = 'zhuo'
  beforeAll(() => new AccessRoad(desk, road.id).grant())

  test('sees photograph and covered version with the own name over them, and keeps none of it', async () => {
    const { id } = files.photo
    const { made } = await covered(id)
    for (const path of [`${id}/content`, `${id}/derivatives/${made.id}`]) {
      const [own, marked] = [await fetched('lin', path), await fetched(by, path)]
      expect(marked.statusCode, marked.body).toBe(200)
      expect(marked.headers).toMatchObject({
        'content-type': 'image/png',
        'cache-control': 'no-store',
        'accept-ranges': 'none',
      })
      const [plain, drawn] = [pixelsOf(own.rawPayload), pixelsOf(marked.rawPayload)]
      expect(drawn.length).toBe(plain.length)
      const changed = [...drawn].filter((value, nth) => Math.abs(value - (plain[nth] ?? 0)) > 40).length
      expect(changed).toBeGreaterThan(500)
    }
  })

  test('sees each page of a paper with the own name across it, its text still text', async () => {
    const marked = await fetched(by, `${files.paper.id}/content`)
    expect(marked.headers['content-type']).toBe('application/pdf')
    const text = await pdfText(marked.rawPayload)
    expect(text).toContain('Evidence')
    expect(text).toContain(`调阅卓一青石区市场监管局${desk.context.clock.today()}`)
    expect((await fetched('lin', `${files.paper.id}/content`)).rawPayload.equals(files.paper.bytes)).toBe(true)
  })

  test('gets nothing unmarked of a paper that cannot be marked', async () => {
    const answer = await fetched(by, `${files.torn.id}/content`)
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      409,
      '这份 PDF 加了密或者有损坏，加不上水印。凭调阅只看带水印的；请承办人员提供。',
    ])
    expect((await fetched('lin', `${files.torn.id}/content`)).statusCode).toBe(200)
  })

  test('covers nothing', async () => {
    expect((await list(by)).mayCover).toBe(false)
    expect((await cover(files.photo.id, COVER, by)).statusCode).toBe(403)
  })
})
