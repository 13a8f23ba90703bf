import { describe, expect, test } from 'vitest'
import { fillIssued, plainWords } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice, valuesWith } from '../../../../tests/support/law-office.ts'
import { close, fileCase } from '../../../../tests/support/penalty-steps.ts'
import {
  approve,
  handOver,
  OPINION,
  policeFile,
  proposeTransfer,
  REFUSAL,
  sendToPolice,
} from '../../../../tests/support/transfer-steps.ts'

function sent(): LawOffice {
  return sendToPolice(proposeTransfer(new LawOffice()))
}

test('the letter to the police states what is suspected and lists the papers that go with it', () => {
  const data = fillIssued(sent(), 'transfer-letter')
  expect(data.transfer).toMatchObject({ to: '青石区公安分局', crime: '销售伪劣产品罪' })
  expect(data.transfer?.attachments).toContain('立案审批表（南青市监立〔2026〕1号）')
  expect(plainWords(data)).toContain('销售金额达到追诉标准')
})

describe('the form on which a transfer is approved', () => {
  test('bears what the team asked for and the word of the principal head, with name and day', () => {
    const data = fillIssued(approve(proposeTransfer(new LawOffice())), 'referral-approval')
    expect(data.approvals).toEqual([
      { role: '承办人意见', opinion: '涉嫌犯罪，应当移送。', name: '林一', onDate: '2026-06-01' },
      {
        role: '正职负责人意见',
        verdict: '批准移送',
        opinion: `${OPINION.case['head-opinion']}。`,
        name: '吴四',
        onDate: '2026-06-01',
      },
    ])
    expect(plainWords(data)).toContain('销售金额达到追诉标准')
  })

  test('says so where the head does not approve it', () => {
    const office = proposeTransfer(new LawOffice())
    done(office.take('wu', 'decline', REFUSAL))
    const [, head] = fillIssued(office, 'referral-approval').approvals
    expect(head).toMatchObject({ role: '正职负责人意见', verdict: '不批准移送', name: '吴四' })
  })
})

test('a case that ends with a conviction is closed as such, with no penalty', () => {
  const office = handOver(policeFile(sent()))
  done(office.take('lin', 'convict', { case: { result: '人民法院判处有期徒刑' } }))
  close(office, 'close-after-conviction')
  expect(fillIssued(office, 'closure-approval').decision?.items).toEqual([
    '当事人已被依法追究刑事责任，不再给予行政处罚。',
  ])
})

test('the form for more time shows the day that follows from it', () => {
  const office = new LawOffice({ parameters: valuesWith({ 'decision.extension-allowed': true }) })
  fileCase(office)
  const before = office.case.runs[0]?.clocks.find((item) => item.clock === 'decision')?.rolledDue
  done(office.take('lin', 'extend-clock', { case: { 'extension-reason': '等待检验结果' } }))
  office.agreeAll('zheng', 'wu')
  const [was, deadline] = fillIssued(office, 'extension-approval').deadlines
  expect([was?.title, was?.dueOn]).toEqual(['作出决定的原期限', before])
  expect(deadline?.title).toBe('作出决定的期限延至')
  expect(String(deadline?.dueOn) > String(before)).toBe(true)
})
