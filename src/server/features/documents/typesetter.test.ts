import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { documentFixture, evidenceFixture, twoPageDecision } from '../../../../tests/support/document-fixtures.ts'
import { shippedFontFolders } from './font-folders.ts'
import { openTypesetter, type Typesetter, TypesettingError } from './typesetter.ts'

const fonts = shippedFontFolders()
const digest = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex')
let typesetter: Typesetter

/** Names of the fonts embedded in a PDF. */
function fontNames(pdf: Uint8Array): readonly string[] {
  const names = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/FontName \/(\S+)/g)
  return [...names].map(([, name]) => name ?? '')
}

beforeAll(() => {
  typesetter = openTypesetter({ fontFolders: fonts })
})
afterAll(() => typesetter.close())

describe('every kind of document', () => {
  test.each(DOCUMENT_KINDS.map((kind) => [kind.code, kind.template]))(
    '%s is typeset as PDF/A from templates/%s.typ',
    async (code, template) => {
      expect(existsSync(new URL(`../../../../templates/${template}.typ`, import.meta.url))).toBe(true)
      const { pdf, pageCount } = await typesetter.typeset(documentFixture(code))
      expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>2')
      expect(pageCount).toBeGreaterThan(0)
    },
  )

  test.each(DOCUMENT_KINDS.map((kind) => [kind.code, kind.template]))(
    '%s can be printed with nothing but a case name, to be filled by hand',
    async (code, template) => {
      const { document, agency } = documentFixture(code)
      const bare = { parties: [], violations: [], officers: [], approvals: [], evidence: [], sections: [], rows: [] }
      const data = { document, agency, case: { name: '示例案' }, facts: {}, deadlines: [], catalogue: [], ...bare }
      const { pageCount } = await typesetter.typeset(data)
      // The common layout asks more than fits where a form of its own would be set closer.
      expect(pageCount).toBeLessThanOrEqual(template === 'listed' ? 2 : 1)
    },
  )
})

test('the same data gives the same bytes, also from a fresh process', async () => {
  const data = twoPageDecision(7)
  const first = digest((await typesetter.typeset(data)).pdf)
  await typesetter.typeset(twoPageDecision(8))
  const second = digest((await typesetter.typeset(data)).pdf)
  const other = openTypesetter({ fontFolders: fonts })
  const third = digest((await other.typeset(data)).pdf)
  await other.close()
  expect([second, third]).toEqual([first, first])
  expect(digest((await typesetter.typeset(twoPageDecision(8))).pdf)).not.toBe(first)
})

test('the list of sixty pieces of evidence runs over several pages', async () => {
  const data = documentFixture('evidence-list', { evidence: evidenceFixture(60) })
  expect((await typesetter.typeset(data)).pageCount).toBeGreaterThan(5)
})

test('a name that no font can draw is not printed as a box: the document fails and says which character', async () => {
  const data = documentFixture('filing-approval')
  const named = { ...data, case: { ...data.case, name: '\u{3134f}某案' } }
  await expect(typesetter.typeset(named)).rejects.toThrow('没有字体能印出“\u{3134f}”')
  expect(typesetter.missingCharacters('喆\u{3134f}堃')).toEqual(['\u{3134f}'])
})

test('fonts of the machine are never used, so that every machine prints the same', async () => {
  const data = documentFixture('penalty-decision')
  expect(fontNames((await typesetter.typeset(data)).pdf).filter((name) => !/NotoS(erif|ans)SC/.test(name))).toEqual([])
  // Hangul is in no font of the list, but in the CJK fonts that Debian installs.
  const foreign = { ...data, party: { kind: 'person', name: '한' } } as const
  await expect(typesetter.typeset(foreign)).rejects.toThrow('没有字体能印出“한”')
})

test('a preview is one SVG without styles or scripts, which a strict content policy would block', async () => {
  const { svg, pageCount } = await typesetter.renderPreview(twoPageDecision(1))
  expect(pageCount).toBe(2)
  expect(svg).toMatch(/^<svg/)
  // The ground of the second page would cover the first.
  expect(svg).not.toMatch(/fill="#ffffff"[^>]* d="M 0 0v 841/)
  expect(svg).not.toMatch(/ style=|<style|<script|\son\w+=/)
})

test('a kind that did not exist on the day is refused', async () => {
  const data = documentFixture('filing-approval')
  const wrong = { ...data, document: { ...data.document, code: 'no-such-kind' } }
  await expect(typesetter.typeset(wrong)).rejects.toThrow('没有代码为“no-such-kind”的文书格式')
})

test('when the process is killed amid a document, that document fails and the next one is typeset by a new process', async () => {
  const own = openTypesetter({ fontFolders: fonts })
  await own.typeset(twoPageDecision(1))
  const pid = own.pid
  const broken = own.typeset(twoPageDecision(2))
  process.kill(pid ?? 0, 'SIGKILL')
  await expect(broken).rejects.toThrow(TypesettingError)
  expect((await own.typeset(twoPageDecision(3))).pageCount).toBe(2)
  expect(own.pid).not.toBe(pid)
  await own.close()
  expect(own.pid).toBeUndefined()
})

test('a child with nothing to do is let go, and the next document starts another', async () => {
  const own = openTypesetter({ fontFolders: shippedFontFolders(), idleMs: 1 })
  try {
    await own.typeset(documentFixture('filing-approval'))
    await expect.poll(() => own.pid).toBeUndefined()
    expect((await own.typeset(documentFixture('filing-approval'))).pageCount).toBeGreaterThan(0)
  } finally {
    await own.close()
  }
})

describe('a faulty template', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhaofa-templates-'))
    await writeFile(join(folder, 'filing-approval.typ'), '#panic("故障")')
    await writeFile(join(folder, 'filing-refusal.typ'), '#while true { context here() }')
    await writeFile(join(folder, 'dossier-cover.typ'), '#set page(height: 5cm)\n#for i in range(4000000) { [字] }')
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('is told with the place of the fault', async () => {
    const own = openTypesetter({ fontFolders: fonts, templates: folder })
    await expect(own.typeset(documentFixture('filing-approval'))).rejects.toThrow('故障')
    await own.close()
  })

  test('that does not end is given up after the time limit', async () => {
    const own = openTypesetter({ fontFolders: fonts, templates: folder, timeLimitMs: 700 })
    await expect(own.typeset(documentFixture('dossier-cover'))).rejects.toThrow('超过 700 毫秒')
    await own.close()
  })
})
