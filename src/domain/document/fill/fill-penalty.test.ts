import { describe, expect, test } from 'vitest'
import { fillIssued, plainWords } from '../../../../tests/support/filled-documents.ts'
import { LawOffice } from '../../../../tests/support/law-office.ts'
import {
  decidePenalty,
  draft,
  fileCase,
  investigate,
  notify,
  reconsider,
  waive,
} from '../../../../tests/support/penalty-steps.ts'
import { toPrintData } from '../print-data.ts'
import { findDocumentKind } from '../registry.ts'

function decided(fine = '5000') {
  const office = new LawOffice()
  fileCase(office)
  investigate(office)
  notify(office, {
    case: { 'facts-found': '当事人经营超过保质期的调味品 6 瓶。' },
    violation: { 'violation-1': { fine, warning: true, gains: '320' } },
  })
  waive(office)
  reconsider(office)
  draft(office)
  decidePenalty(office)
  return office
}

describe('the papers of an ordinary penalty', () => {
  test('the filing form shows the clue, the ground with its article and every approval', () => {
    const office = new LawOffice()
    fileCase(office)
    const data = fillIssued(office, 'filing-approval')
    expect(data.approvals.map((item) => [item.role, item.name, item.verdict])).toEqual([
      ['承办人意见', '林一', undefined],
      ['承办机构负责人意见', '郑三', '同意'],
      ['机关负责人审批意见', '吴四', '同意'],
    ])
    const words = plainWords(data)
    expect(words).toContain('检查发现货架有超过保质期的调味品')
    expect(words).toContain('依据：《中华人民共和国行政处罚法》第五十四条。')
  })

  test('a fine below the threshold gives no right to a hearing, one that reaches it does', () => {
    expect(fillIssued(decided('99999.99'), 'penalty-notice').notice?.hearingGround).toBeUndefined()
    expect(fillIssued(decided('100000'), 'penalty-notice').notice?.hearingGround).toContain('较大数额罚款')
  })

  test('the decision states its course, the amounts in words and the remedies of the agency', () => {
    const data = fillIssued(decided(), 'penalty-decision')
    const kind = findDocumentKind('penalty-decision', data.document.issuedOn)
    expect(kind && toPrintData(data, kind).print.decisionItems).toEqual([
      '给予警告。',
      '没收违法所得320.00元（大写：人民币叁佰贰拾元整）。',
      '处罚款5,000.00元（大写：人民币伍仟元整）。',
    ])
    expect(data.remedy?.text).toContain('向青石区人民政府申请行政复议')
    expect(data.remedy?.text).toContain('向青石区人民法院提起行政诉讼')
    const words = plainWords(data)
    expect(words).toContain('2026年6月1日，本机关向当事人送达《行政处罚告知书》')
    expect(words).toContain('当事人明确放弃陈述、申辩（有书面记录）。')
    expect(words).toContain('立即停止经营超过保质期的食品')
  })
})
