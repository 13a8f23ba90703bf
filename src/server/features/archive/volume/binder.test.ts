import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { OFFICE_PAPER } from '#domain/document/office-paper.ts'
import { fontFolders, openTypesetter } from '#server/features/documents/index.ts'
import { madeBrokenPdf, madeScan } from '../../../../../tests/support/made-files.ts'
import { BindingError, openBinder } from './binder.ts'
import { jpegTurn } from './jpeg-turn.ts'
import { stampPlace } from './page-size.ts'

const typesetter = openTypesetter({ fontFolders: fontFolders('/nowhere') })
const about = { title: '某案（装订本）', author: '某局', keywords: '档1号', at: '2026-06-01T00:00:00+08:00' }
let stamps: Uint8Array

beforeAll(async () => {
  const { pdf } = await typesetter.typeset({
    document: { code: 'volume-pages', title: '装订本页号', issuedOn: plainDate('2026-06-01') },
    agency: { name: '某局', word: '', address: '', phone: '', uscc: '', reviewBody: '', court: '' },
    case: { name: '某案' },
    ...OFFICE_PAPER,
    volume: [{ no: 1 }, { no: 2 }, { no: 3 }, { no: 4 }, { no: 5, sheet: { title: '照片', lines: [], isEmpty: true } }],
  })
  stamps = new Uint8Array(pdf)
})
afterAll(() => typesetter.close())

/** A paper of the house with one page. */
async function onePage(): Promise<Uint8Array> {
  const { pdf } = await typesetter.typeset({
    document: { code: 'dossier-cover', title: '案卷封面', issuedOn: plainDate('2026-06-01') },
    agency: { name: '某局', word: '', address: '', phone: '', uscc: '', reviewBody: '', court: '' },
    case: { name: '某案' },
    ...OFFICE_PAPER,
  })
  return new Uint8Array(pdf)
}

async function bound(bytes: Uint8Array, count: number) {
  const binder = openBinder()
  try {
    await binder.ask({ kind: 'begin', stamps, about }, 'done')
    await binder.ask({ kind: 'pages', title: '台账', count, bytes }, 'done')
    await binder.ask({ kind: 'sheet', count: 1 }, 'done')
    return (await binder.ask({ kind: 'finish' }, 'bound')).volume
  } finally {
    await binder.close()
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a bound volume', () => {
  test('declares PDF/A-2b when all that is bound is PDF/A, with colour profile, identity and metadata of its own', async () => {
    const { pdf, because, numberedPages } = await bound(await onePage(), 1)
    expect([because, numberedPages]).toEqual([[], 2])
    expect(textOf(pdf)).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    const volume = await PDFDocument.load(pdf, { updateMetadata: false })
    const keys = volume.catalog.keys().map(String)
    expect(keys).toEqual(expect.arrayContaining(['/OutputIntents', '/Metadata']))
    expect(volume.context.trailerInfo.ID).toBeDefined()
  })

  test('declares nothing when a scan is not PDF/A, and is made again to the same bytes', async () => {
    const { buffer } = await madeScan('台账.pdf')
    const first = await bound(new Uint8Array(buffer), 3)
    expect(first.because).toEqual(['《台账》不是 PDF/A'])
    expect(textOf(first.pdf)).not.toContain('pdfaid:part>')
    expect(sha256((await bound(new Uint8Array(buffer), 3)).pdf)).toBe(sha256(first.pdf))
  })

  test('is refused where a file has more pages than the catalogue gives it', async () => {
    const { buffer } = await madeScan('台账.pdf')
    await expect(bound(new Uint8Array(buffer), 2)).rejects.toThrow('《台账》有 3 页，目录里是 2 页')
  })

  test('tells what cannot be read, and a file that takes too long is given up', async () => {
    const binder = openBinder()
    const broken = { kind: 'count', bytes: new Uint8Array(madeBrokenPdf('坏.pdf').buffer) } as const
    await expect(binder.ask(broken, 'counted')).rejects.toThrow(BindingError)
    await binder.close()
    const hasty = openBinder(0)
    await expect(hasty.ask(broken, 'counted')).rejects.toThrow('没有读完')
    await hasty.close()
  })
})

/** A JPEG's head with an EXIF orientation. */
function turned(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    0,
    8 + tiff.length,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    ...tiff,
    0xff,
    0xda,
  ])
}

test('a photograph stands upright as the camera says, and a head that ends early says nothing', () => {
  expect([1, 3, 6, 8].map((each) => jpegTurn(turned(each)))).toEqual([0, 180, 270, 90])
  expect(jpegTurn(turned(6).slice(0, 20))).toBe(0)
})

test('the number stands right and bottom as the page is read, however it is turned', () => {
  const box = { x: 0, y: 0, width: 600, height: 800 }
  const corners = [0, 90, 180, 270].map((rotation) => stampPlace(box, rotation))
  expect(corners.map(({ turn }) => turn)).toEqual([0, 90, 180, 270])
  expect(corners.map(({ x, y }) => [x > 300, y > 400])).toEqual([
    [true, false],
    [true, true],
    [false, true],
    [false, false],
  ])
})
