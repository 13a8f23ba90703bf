import { contestedIn, isContestable } from '../case/contested-act.ts'
import { type CaseState, rootRun } from '../case/state.ts'
import { type CaseDocument, titleOf } from '../document/fill/issued-documents.ts'
import type { PackItem } from '../execution/court-pack.ts'

/** What the respondent or defendant hands in, in the order in which it is read (行政复议法第四十八条、行政诉讼法第三十四条第一款、第六十七条第一款). */
export const ANSWER_PARTS = [
  '答复书（答辩状）',
  '主体资格、职权依据和委托手续',
  '作出的行政行为及其送达',
  '证据',
  '作出行政行为的程序',
  '依据和其他材料',
] as const

export const COMPETENCE = 'competence-statement'
const ANSWERS: readonly string[] = ['review-answer', 'defence-statement']
/** Papers of the office that go to nobody, and what would name an informant. */
const WITHIN: readonly string[] = ['closure-approval', 'operation-trail', 'report-reply', 'thing-card']
const TITLE = '行政执法主体资格和职权依据说明'

/** The dispute that is answered, and the case whose act is contested, where that is in this office. */
export type Contested = { readonly dispute: CaseState; readonly origin: CaseState | undefined }

/** What goes to the reviewing body or the court, part by part; undefined while nothing has been answered. */
export function answerPackOf({ dispute, origin }: Contested): readonly PackItem[] | undefined {
  const answer = dispute.documents.findLast(({ code, voided }) => ANSWERS.includes(code) && !voided)
  if (!answer) return undefined
  const said = contestedIn(rootRun(dispute))
  const items: readonly PackItem[] = [
    paperOf(dispute, answer, 0),
    { part: 1, title: TITLE, made: COMPETENCE },
    ...dispute.documents
      .filter(({ code, voided }) => code === 'appearance-letter' && !voided)
      .map((paper) => paperOf(dispute, paper, 1)),
    ...(origin ? papersOf(origin, said) : []),
    ...(origin?.evidence ?? []).map((one) => evidenceOf(one, '')),
    ...dispute.evidence.map((one) => evidenceOf(one, '（经准许补充）')),
    ...linesOf(dispute).map((title): PackItem => ({ part: 5, title, unfiled: '答复、答辩时列明' })),
  ]
  return items.toSorted((a, b) => a.part - b.part)
}

/** The contested act comes first among the acts; a receipt stands behind what was delivered by it. */
function papersOf(origin: CaseState, said: string): readonly PackItem[] {
  const papers = origin.documents.filter(({ code, voided }) => !voided && !WITHIN.includes(code))
  const isReceipt = ({ code }: CaseDocument) => code === 'delivery-receipt'
  const receiptsOf = (paper: CaseDocument) =>
    papers.filter((one) => isReceipt(one) && origin.runs.find(({ id }) => id === one.run)?.document === paper.id)
  const isNamed = ({ number }: CaseDocument) => Number(number !== undefined && said.includes(number))
  return papers
    .filter((paper) => !isReceipt(paper))
    .toSorted((a, b) => isNamed(b) - isNamed(a))
    .flatMap((paper) => {
      const part = isContestable(paper.code) ? 2 : 4
      const receipts = receiptsOf(paper).map((one) => ({
        ...paperOf(origin, one, part),
        title: `送达回证（${titleOf(origin, paper)}）`,
      }))
      return [paperOf(origin, paper, part), ...receipts]
    })
}

function paperOf(state: CaseState, paper: CaseDocument, part: number): PackItem {
  const { id, number, issuedOn } = paper
  return { part, document: id, title: titleOf(state, paper), onDate: issuedOn, ...(number && { number }) }
}

function evidenceOf(one: CaseState['evidence'][number], added: string): PackItem {
  const { id, kind, title, source, proves, sha256, fileName = title } = one
  const said = { part: 3, title: `${title}${added}`, evidence: id, proves: proves || '（没有写明）' }
  return sha256 ? { ...said, sha256, fileName } : { ...said, unfiled: `${kind}，${source}，提交原物或者照片` }
}

/** What was typed in when it was answered: one line for each. */
function linesOf(dispute: CaseState): readonly string[] {
  const typed = rootRun(dispute).facts.case['defence-materials']
  return String(typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
