import { evidenceOf } from './base-blocks.ts'
import { section } from './course.ts'
import { type Filler, textIn } from './filling.ts'
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
    sections: section('facts', '涉嫌犯罪的事实', paragraphsOf(reported).map(sentence)),
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
