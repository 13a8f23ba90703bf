import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentTitleOf } from '#domain/document/document-title.ts'
import { documentFixture, twoPageDecision } from '../../../../../tests/support/document-fixtures.ts'
import { shippedFontFolders } from '../font-folders.ts'
import { openTypesetter, type Typesetter } from '../typesetter.ts'
import { makeEditable } from './make-editable.ts'

const NOTE = '可编辑的副本，不是文书本身'
let typesetter: Typesetter
beforeAll(() => {
  typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
})
afterAll(() => typesetter.close())

type Parts = { readonly body: string; readonly header: string; readonly paragraphs: readonly string[] }

/** The paper of these data, as a word processor would open it. */
async function edited(data: ReturnType<typeof documentFixture>): Promise<Parts> {
  const { pdf } = await typesetter.typeset(data)
  const { code, issuedOn, number } = data.document
  const names = { agency: data.agency.name, title: documentTitleOf(code, issuedOn), number }
  const files = unzipSync(await makeEditable({ pdf, names, note: NOTE }))
  const text = (name: string) => new TextDecoder().decode(files[name])
  const body = text('word/document.xml')
  const paragraphs = body.split('</w:p>').map((part) => part.replaceAll(/<[^>]+>/g, ''))
  return { body, header: text('word/header1.xml'), paragraphs }
}

describe('the editable copy of a paper', () => {
  test('has its sentences whole, also those that a line or a page had broken', async () => {
    const { paragraphs } = await edited(twoPageDecision(1))
    expect(paragraphs.map((text) => text.replaceAll(' ', ''))).toContain('行政处罚决定书')
    const remedy = paragraphs.find((text) => text.startsWith('如不服'))
    expect(remedy).toContain('六十日内向南屏市青石区人民政府申请行政复议')
    expect(paragraphs.filter((text) => /^[，。；、]/.test(text))).toEqual([])
  })

  test('keeps the tables of a form as tables', async () => {
    const { body, paragraphs } = await edited(documentFixture('filing-approval'))
    expect(body.match(/<w:tbl>/g)?.length).toBeGreaterThan(0)
    expect(paragraphs).toContain('案件名称')
  })

  test('says on each page that it is a copy', async () => {
    const { header } = await edited(documentFixture('inquiry-record'))
    expect(header).toContain(NOTE)
  })

  test('is refused with a sentence for what is no paper', async () => {
    const names = { agency: '某机关', title: '某文书', number: undefined }
    const junk = new TextEncoder().encode('not a paper')
    await expect(makeEditable({ pdf: junk, names, note: NOTE })).rejects.toThrow('这份文书转不成 Word')
  })
})
