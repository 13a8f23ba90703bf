import { resultOf } from '../../case/concerned.ts'
import { standingPayments } from '../../case/standing-payments.ts'
import { amountInFigures } from '../amount-in-words.ts'
import { section } from './course.ts'
import { groundSection } from './fill-filing.ts'
import { asText, type Filler, type Filling, textIn } from './filling.ts'
import { decisionOf } from './issued-documents.ts'
import { approvalsOf } from './people-blocks.ts'
import { itemsOfCase, violationBlocks } from './violation-blocks.ts'
import { dateInWords } from './wording.ts'

/** 结案审批. */
export const fillClosure: Filler = (filling) => ({
  violations: violationBlocks(filling, 'decided'),
  decision: { items: resultInWords(filling) },
  approvals: approvalsOf(filling),
  sections: [...section('execution', '执行情况', performanceOf(filling)), ...groundSection(filling, ['closure-note'])],
})

/** 案卷封面: what only the archive knows (number, pages, who handed over) is laid over it when the dossier is sealed. */
export const fillDossierCover: Filler = (filling) => ({
  dossier: {
    result: caseResult(filling),
    archivedOn: filling.document.issuedOn,
    retention: textIn(filling.run, 'retention'),
    volumes: 1,
    ...(filling.state.mergedInto && { mainCase: filling.state.mergedInto.title }),
  },
})

/** Papers of the dossier that are drawn from the archive alone. */
export const fillNothing: Filler = () => ({})

/** What the case has come to in words; a case without a decision is named by how it ended. */
export function caseResult(filling: Filling): string {
  const { procedure, root } = filling
  return resultInWords(filling).join('') || (procedure.stages[root.stage]?.title ?? '')
}

/** What the case has come to, by the newest decision or by its outcome. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  'no-penalty-decision': ['不予行政处罚。'],
  'licence-decision': ['准予行政许可。'],
  'licence-refusal': ['不予行政许可。'],
  'rejection-notice': ['不予受理。'],
}

function resultInWords(filling: Filling): readonly string[] {
  const { state, root } = filling
  if (root.result === 'criminal-liability') return ['当事人已被依法追究刑事责任，不再给予行政处罚。']
  if (root.result === 'terminated') return ['终止调查，不再作出处理决定。']
  const decision = decisionOf(state)?.code ?? ''
  if (new Set(Object.values(root.results ?? {})).size > 1) return severalResults(filling)
  return RESULTS[decision] ?? itemsOfCase(filling, 'decided')
}

/** Where the parties of one case have come to different ends, each is named. */
function severalResults(filling: Filling): readonly string[] {
  const { state, root } = filling
  const spared = state.parties.filter(({ id }) => resultOf(root, id)?.startsWith('no-penalty'))
  return [...itemsOfCase(filling, 'decided'), ...spared.map(({ name }) => `对${name}：不予行政处罚。`)]
}

function performanceOf({ procedure, state, root }: Filling): readonly string[] {
  const allDone = procedure.facts['is-performed']?.title ?? ''
  const executions = state.runs.flatMap(({ outcome = '' }) => EXECUTED[outcome] ?? [])
  const told = state.parties.map(({ id, name }) => {
    const facts = root.facts.party[id] ?? {}
    const performed = facts['is-performed'] === true ? allDone : ''
    const parts = [paymentOf(state, id), asText(facts['performance-note']), performed].filter(Boolean)
    return parts.length > 0 ? `${name}${parts.join('；')}。` : ''
  })
  return [...told, ...executions]
}

/** How an execution ended, where there was one. */
const EXECUTED: Readonly<Record<string, string>> = {
  executed: '已经强制执行完毕。',
  cleared: '已经立即代履行完毕。',
  'agreement-fulfilled': '执行协议已经履行完毕。',
  terminated: '已经终结执行。',
  'stopped-for-good': '中止执行满三年，不再执行。',
  'court-executed': '人民法院已经执行完毕。',
  'court-terminated': '人民法院已经终结执行。',
  'court-refused': '人民法院没有准予强制执行。',
}

function paymentOf(state: Filling['state'], party: string): string {
  const own = standingPayments(state).filter((item) => item.party === party)
  const [last] = own.slice(-1)
  if (!last) return ''
  const sum = own.reduce((total, item) => total + item.amountFen, 0)
  const receipts = own.flatMap(({ reference }) => reference ?? []).join('、')
  return `已缴罚没款${amountInFigures(sum)}元，${dateInWords(last.paidOn)}缴清${receipts && `（票据号${receipts}）`}`
}
