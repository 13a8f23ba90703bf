import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import { STRIP_KINDS } from '#domain/document/kinds/strip-kinds.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { STRIP_WIDTHS, type StripSheet, type StripWidth } from '#domain/print/strip-sheet.ts'
import { everythingPreserved, everythingSeized } from '../../../../tests/support/custody-road.ts'
import { documentFixture } from '../../../../tests/support/document-fixtures.ts'
import { fillAll } from '../../../../tests/support/filled-documents.ts'
import { LawOffice } from '../../../../tests/support/law-office.ts'
import { pdfPages, pdfRuns, pdfText } from '../../../../tests/support/pdf-text.ts'
import { toPerformance } from '../../../../tests/support/summary-steps.ts'
import { shippedFontFolders } from './font-folders.ts'
import { openTypesetter } from './typesetter.ts'

const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
afterAll(() => typesetter.close())

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const VERIFY = 'https://portal.example.gov.cn/verify/AbCdEfGhIjKlMnOpQrStUv'
const MM = 72 / 25.4
type Said = Partial<Pick<StripSheet, 'signed' | 'refused'>>

async function stripOf(data: DocumentData, width: StripWidth, said: Said = {}): Promise<Uint8Array> {
  const { pdf } = await typesetter.typeset(data)
  const strip = await typesetter.typesetStrip(data, pdf, { width, sha256: SHA256, signed: [], refused: [], ...said })
  if (!strip) throw new Error('no strip')
  return strip
}

/** What an A4 says, cut where a line or a clause ends; the numbers of its pages and the place of the page seal are no clauses. */
async function clausesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const pages = await pdfPages(pdf, ({ left }) => left < 525)
  const lines = pages
    .join('\n')
    .replace(/第 \d+ 页\s+共 \d+ 页|— \d+ —/g, '\n')
    .split('\n')
  // Wide tracking sets gaps between the characters of a title.
  return lines.flatMap((line) =>
    (/^(\S )+\S$/.test(line) ? line.replace(/ /g, '') : line).split(/[\s，。；：、（）《》]+/),
  )
}

/** What the head of a printer of this width reaches, in mm. */
const REACH = { 80: 72, 57: 48 } as const
/** A bracket or a stop at the edge of the text has its empty half, of 1.7 mm at most, beside it. */
const HALF = 1.7

async function expectWithinReach(strip: Uint8Array, width: StripWidth): Promise<void> {
  const found = (await pdfRuns(strip)).flat().filter(({ text }) => text.trim() !== '')
  expect(found.length).toBeGreaterThan(20)
  const margin = (width - REACH[width]) / 2
  for (const { left, right, height } of found) {
    expect(left).toBeGreaterThan((margin - HALF) * MM)
    expect(right).toBeLessThan((width - margin + HALF) * MM)
    // Points: smaller is not read from such a printer.
    expect(height).toBeGreaterThan(8.49)
  }
}

const isSaid = (clause: string, by: string): boolean => clause.length < 2 || by.includes(clause)

const numbered = (code: string): DocumentData => {
  const data = documentFixture(code)
  return { ...data, document: { ...data.document, verifyUrl: VERIFY } }
}

/** All the clauses of the sealed A4, and nothing beside the paper. */
async function expectWhole(data: DocumentData, width: StripWidth): Promise<void> {
  const { pdf } = await typesetter.typeset(data)
  const strip = await stripOf(data, width)
  const pages = (await PDFDocument.load(strip)).getPages()
  expect(pages.map((page) => Math.round(page.getWidth() / MM))).toEqual([width])
  const said = await pdfText(strip)
  expect((await clausesOf(pdf)).filter((clause) => !isSaid(clause, said))).toEqual([])
  await expectWithinReach(strip, width)
}

describe.each(STRIP_WIDTHS)('on paper of %i mm', (width) => {
  test.each(Object.keys(STRIP_KINDS))(
    '%s says all that its A4 says, on one page as wide as the paper, where the printer reaches and to be read',
    (code) => expectWhole(numbered(code), width),
  )

  test('a long number, which has no place to break, stays on the paper', async () => {
    const data = documentFixture('correction-order')
    const rows = [{ label: '发现的问题', text: `设备编号${'AB12-'.repeat(20)}` }]
    const strip = await stripOf({ ...data, letter: { opening: [], rows, closing: [] } }, width)
    await expectWithinReach(strip, width)
    expect(await pdfText(strip)).toContain('AB12-'.repeat(20))
  })
})

test.each<readonly [string, () => LawOffice]>([
  ['a fine on the spot', () => toPerformance(new LawOffice())],
  ['a seizure', everythingSeized],
  ['a preservation with samples', everythingPreserved],
])('what %s hands over is whole on the narrowest paper as it is filled', async (_case, drive) => {
  const papers = fillAll(drive()).filter(({ document }) => Object.hasOwn(STRIP_KINDS, document.code))
  expect(papers.length).toBeGreaterThan(1)
  for (const data of papers) await expectWhole(data, 57)
})

test('a strip says of which sealed original it is the print, and how that is verified', async () => {
  const said = await pdfText(await stripOf(numbered('summary-decision'), 57))
  expect(said).toContain('本件由封存的电子原件《当场行政处罚决定书》南青市监当罚〔2026〕12号按窄幅纸排印')
  expect(said).toContain('不是另一份原件')
  expect(said).toContain('9f86d081……b0f00a08')
  expect(said).toContain(VERIFY)
  expect(await pdfText(await stripOf(documentFixture('scene-record'), 57))).not.toContain('核验')
})

test('a letter keeps the place of the seal, and each who signs a room', async () => {
  const said = await pdfText(await stripOf(documentFixture('summary-decision'), 80))
  expect(said).toContain('（印章）')
  expect(said.match(/（签名）：/g)).toHaveLength(3)
})

const ON_SCREEN = { name: '欧阳㛃𬀩', quality: '当事人（本人）', way: '手写', at: '2026-06-03 10:22' }

test('who signed on a screen stands in their room and at the foot, with the minute', async () => {
  const signed = [{ ...ON_SCREEN, who: 'party' as const, mark: { text: '欧阳㛃𬀩' } }]
  const said = await pdfText(await stripOf(documentFixture('summary-decision'), 57, { signed }))
  expect(said).toContain('当事人（签名）：欧阳㛃𬀩')
  expect(said).toContain('已在屏幕上签名当事人（本人）欧阳㛃𬀩2026-06-0310:22（手写）')
})

test('who refused to sign stands at the foot with the reason, and with the mark of who saw it', async () => {
  const refused = [
    { ...ON_SCREEN, way: '拒绝', reason: '认为金额太高', proof: '见证人慕容某', mark: { text: '慕容某' } },
  ]
  const said = await pdfText(await stripOf(documentFixture('summary-decision'), 80, { refused }))
  expect(said).toContain('拒绝签名当事人（本人）欧阳㛃𬀩2026-06-0310:22，理由：认为金额太高；见证人慕容某慕容某')
})

test('the same paper gives the same strip, and the A4 after it is the sealed one', async () => {
  const data = numbered('seizure-list')
  const { pdf } = await typesetter.typeset(data)
  const strip = await stripOf(data, 57)
  expect(Buffer.from(await stripOf(data, 57)).equals(Buffer.from(strip))).toBe(true)
  expect(Buffer.from((await typesetter.typeset(data)).pdf).equals(Buffer.from(pdf))).toBe(true)
})

test('of a file that today’s template draws otherwise there is no strip: it could say something else', async () => {
  const { pdf } = await typesetter.typeset(documentFixture('seizure-list'))
  const sheet = { width: 80, sha256: SHA256, signed: [], refused: [] } as const
  expect(await typesetter.typesetStrip(numbered('summary-decision'), pdf, sheet)).toBeUndefined()
})
