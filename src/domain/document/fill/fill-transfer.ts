import type { ApprovalBlock } from '../merge-data.ts'
import { evidenceOf } from './base-blocks.ts'
import { section } from './course.ts'
import { decidedBefore } from './decided-before.ts'
import { fillByFields } from './fill-by-fields.ts'
import { type Filler, type Filling, nameOf, textIn } from './filling.ts'
import { titleOf } from './issued-documents.ts'
import { paragraphsOf, sentence } from './wording.ts'

/** 涉嫌犯罪案件移送书, to the police and not to a party (行政执法机关移送涉嫌犯罪案件的规定第六条). */
export const fillTransfer: Filler = (filling) => {
  const { run, root, state, document } = filling
  const papers = state.documents.filter((doc) => doc.id !== document.id && !doc.voided)
  const evidence = evidenceOf(filling).map((item) => `${item.title}（${item.kind}）`)
  const reported = textIn(run, 'case-report') || textIn(root, 'crime-reason')
  const listed = paragraphsOf(textIn(run, 'materials'))
  return {
    sections: [
      ...section('facts', '涉嫌犯罪的事实', paragraphsOf(reported).map(sentence)),
      ...section('decided', '移送前已经作出的行政处罚', decidedBefore(filling)),
    ],
    transfer: {
      to: textIn(run, 'police'),
      crime: textIn(run, 'charge'),
      attachments: [
        ...listed,
        ...papers.map((doc) => `${titleOf(state, doc)}${doc.number ? `（${doc.number}）` : ''}`),
        ...evidence,
      ],
    },
  }
}

/** 案件移送审批表: to the police on the word of the principal head alone (行政执法机关移送涉嫌犯罪案件的规定第五条第二款). */
export const fillReferralApproval: Filler = (filling) => {
  const filled = fillByFields(filling)
  if (filling.run.procedure !== 'transfer') return filled
  const { rows = [] } = filled
  return {
    ...filled,
    // The head's opinion stands with the head's name, and not among the facts.
    rows: [
      ...rows.filter(({ label }) => label !== HEAD_OPINION),
      { label: '受移送机关', text: '同级公安机关' },
      { label: '涉嫌的罪名', text: textIn(filling.run, 'charge') },
    ],
    approvals: [reportedBy(filling), headOf(filling)],
  }
}

const HEAD_OPINION = '正职负责人意见'

function reportedBy(filling: Filling): ApprovalBlock {
  const report = filling.run.taken.findLast(({ action }) => action === 'report')
  const opinion = sentence(textIn(filling.run, 'transfer-reason'))
  return { role: '承办人意见', opinion, ...(report && { name: nameOf(filling, report.by), onDate: report.on }) }
}

function headOf(filling: Filling): ApprovalBlock {
  const { run } = filling
  const decided = run.taken.findLast(({ action }) => action === 'approve' || action === 'decline')
  if (!decided) return { role: HEAD_OPINION }
  const verdict = decided.action === 'approve' ? '批准移送' : '不批准移送'
  const opinion = sentence(textIn(run, 'head-opinion'))
  return { role: HEAD_OPINION, verdict, opinion, name: nameOf(filling, decided.by), onDate: decided.on }
}
