import { expect, test } from 'vitest'
import { fillIssued, LETTERHEAD } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice, type Who } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import type { CaseCommand } from '../../case/command.ts'
import { rootRun } from '../../case/state.ts'
import { fillDocument } from './fill-document.ts'

test('an approval form shows after the author what each said who was heard, and nothing of who was released; so does the draft that the last head reads', () => {
  const office = new LawOffice()
  steps.openPenalty(office)
  done(office.take('lin', 'file', steps.filing(office)))
  const act = (who: Who, command: Record<string, unknown>) => {
    const about = { run: 'main', proposal: office.case.runs[0]?.proposals[0]?.id }
    done(office.do(who, { ...about, ...command } as unknown as CaseCommand))
  }
  office.agreeAll('zheng')
  act('lin', { type: 'consult', people: ['duo', 'deputy', 'wu'], question: '' })
  act('duo', { type: 'countersign', agrees: false, opinion: '二中队已经立案，建议并案' })
  act('deputy', { type: 'countersign', agrees: true, opinion: '' })
  act('lin', { type: 'release', of: 'wu', reason: '出差' })
  const { env, case: state } = office
  const document = { id: 'doc', code: 'filing-approval', issuedOn: office.today }
  const draft = { env, state, run: rootRun(state), document, agency: LETTERHEAD, isDraft: true, action: 'file' }
  const waiting = fillDocument(draft).approvals
  office.agreeAll('wu')
  const { approvals } = fillIssued(office, 'filing-approval')
  expect(approvals.map(({ role }) => role)).toEqual([
    '承办人意见',
    '会签意见',
    '会签意见',
    '承办机构负责人意见',
    '机关负责人审批意见',
  ])
  expect(approvals.slice(1, 3)).toEqual([
    {
      role: '会签意见',
      name: '多十',
      verdict: '有不同意见',
      opinion: '二中队已经立案，建议并案',
      onDate: '2026-06-01',
    },
    { role: '会签意见', name: '邓副', verdict: '同意', opinion: '同意', onDate: '2026-06-01' },
  ])
  expect(waiting.slice(0, -1)).toEqual(approvals.slice(0, -1))
  expect(waiting.at(-1)).toEqual({ role: '机关负责人审批意见' })
})
