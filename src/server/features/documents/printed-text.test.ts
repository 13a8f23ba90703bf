import { afterAll, expect, test } from 'vitest'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { documentFixture, twoPageDecision } from '../../../../tests/support/document-fixtures.ts'
import { pdfPages, pdfText, type Run } from '../../../../tests/support/pdf-text.ts'
import { shippedFontFolders } from './font-folders.ts'
import { openTypesetter } from './typesetter.ts'

const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
afterAll(() => typesetter.close())

/** Points: the page without its right edge, where a letter of several pages says across its lines that it belongs together. */
const isInTypeArea = ({ left }: Run) => left < 525

async function printed(data: DocumentData, isChosen = isInTypeArea): Promise<string> {
  const { pdf } = await typesetter.typeset(data)
  return pdfText(pdf, isChosen)
}

test.each([
  ['the party', '欧阳㛃𬀩'],
  ['the facts', '已超过保质期'],
  ['the evidence', '证明当事人的主体资格'],
  ['the provision breached', '第三十四条第十项'],
  ['the kind of penalty', '没收违法所得120.00元'],
  ['the amount in figures and words', '15,000.50元（大写：人民币壹万伍仟元伍角整）'],
  ['how and by when to pay', '即2026年6月18日前'],
  ['where to seek review', '六十日内向南屏市青石区人民政府申请行政复议'],
  ['where to sue', '六个月内依法向南屏市青石区人民法院提起行政诉讼'],
  ['the agency', '南屏市青石区市场监督管理局'],
  ['the date', '2026年6月3日'],
])('a penalty decision states %s (行政处罚法第五十九条)', async (_, text) => {
  expect(await printed(documentFixture('penalty-decision'))).toContain(text)
})

test('a notice speaks of a hearing only where the party may demand one', async () => {
  const data = documentFixture('penalty-notice')
  expect(await printed(data)).toContain('你（单位）有权要求听证')
  const { hearingGround: _, ...notice } = data.notice ?? {
    statementTerm: '',
    contact: { name: '', phone: '', address: '' },
  }
  expect(await printed({ ...data, notice })).not.toContain('有权要求听证')
})

test('a review opinion prints seven points, each with verdict and reason, and the digest it is bound to', async () => {
  const data = documentFixture('review-opinion')
  const text = await printed(data)
  for (const { title, reason } of data.review?.points ?? []) {
    expect(text).toContain(title.slice(0, 8))
    expect(text).toContain(reason.slice(0, 8))
  }
  expect(text).toContain(data.review?.draftDigest)
})

test('markup in a value is printed as it stands and never run', async () => {
  const data = documentFixture('filing-approval')
  const name = '#panic("x")$y$*粗*_斜_<a>@b\\[c]某案'
  expect(await printed({ ...data, case: { ...data.case, name } })).toContain(name)
})

test('a draft says so on the page', async () => {
  const data = documentFixture('penalty-decision')
  expect(await printed({ ...data, document: { ...data.document, isDraft: true } })).toMatch(/草.*稿/)
  expect(await printed(data)).not.toContain('草')
})

test('a letter of several pages has the place of the page seal at the edge of each, one of a single page has none', async () => {
  const { pdf, pageCount } = await typesetter.typeset(twoPageDecision(1))
  // Points: outside the type area, which ends 26 mm before the edge, and a full stop that hangs over it.
  const edges = await pdfPages(pdf, ({ left }) => left > 530)
  const pages = await pdfPages(pdf)
  expect(pageCount).toBeGreaterThan(1)
  for (let page = 1; page <= pageCount; page += 1) {
    expect(edges[page - 1]?.replace(/\s/g, '')).toBe(`第${page}页骑缝章共${pageCount}页`)
    expect(pages[page - 1]?.replace(/\s/g, '')).toContain(`—${page}—`)
  }
  for (const code of ['assistance-letter', 'filing-approval'])
    expect(await printed(documentFixture(code), () => true)).not.toContain('骑缝章')
})

test.each(['penalty-decision', 'summary-decision', 'payment-notice'])(
  '%s says what the office may add to a fine that is late, not what it will (行政处罚法第七十二条第一款第一项)',
  async (code) => {
    const text = await printed(documentFixture(code))
    expect(text).toContain('本机关可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额')
  },
)

test('a payment notice has the line of the payment code where there is one', async () => {
  const data = documentFixture('payment-notice')
  expect(await printed(data)).toContain(`缴纳罚没款：缴款识别码${data.payment?.code}罚款`)
  const { code: _, ...payment } = data.payment ?? { amountFen: 0, items: [], dueRule: '', channels: [] }
  expect(await printed({ ...data, payment })).toContain('缴纳罚没款：罚款')
})
