import { resultOf } from '../../case/concerned.ts'
import type { FactValues } from '../../case/state.ts'
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

function performanceOf({ state, root }: Filling): readonly string[] {
  return state.parties.map(({ id, name }) => {
    const facts = root.facts.party[id] ?? {}
    const performed = facts['is-performed'] === true ? '处罚内容已全部履行' : ''
    const told = [paymentOf(facts), asText(facts['performance-note']), performed].filter(Boolean)
    return told.length > 0 ? `${name}${told.join('；')}。` : ''
  })
}

function paymentOf(facts: FactValues): string {
  const { paid } = facts
  if (typeof paid !== 'number' || !Number.isSafeInteger(paid) || paid <= 0) return ''
  const on = dateInWords(asText(facts['paid-on']))
  const receipt = asText(facts['receipt-number'])
  return `已缴罚没款${amountInFigures(paid)}元${on && `，${on}缴清`}${receipt && `（票据号${receipt}）`}`
}
