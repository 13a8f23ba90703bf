import type { FactValues } from '../../case/state.ts'
import { amountInFigures } from '../amount-in-words.ts'
import type { CatalogueRow } from '../merge-data.ts'
import { section } from './course.ts'
import { groundSection } from './fill-filing.ts'
import { asText, type Filler, type Filling, issuingAction, nameOf, textIn } from './filling.ts'
import { type CaseDocument, decisionOf, titleOf } from './issued-documents.ts'
import { approvalsOf } from './people-blocks.ts'
import { itemsOfCase, violationBlocks } from './violation-blocks.ts'
import { dateInWords } from './wording.ts'

/** 结案审批. */
export const fillClosure: Filler = (filling) => ({
  violations: violationBlocks(filling, 'decided'),
  decision: { items: resultOf(filling) },
  approvals: approvalsOf(filling),
  sections: [...section('execution', '执行情况', performanceOf(filling)), ...groundSection(filling, ['closure-note'])],
})

/** 案卷封面. */
export const fillDossierCover: Filler = (filling) => {
  const { run, document } = filling
  return {
    dossier: {
      result: resultOf(filling).join(''),
      archivedOn: document.issuedOn,
      retention: textIn(run, 'retention'),
      volumes: 1,
      keeper: nameOf(filling, issuingAction(filling)?.by),
    },
  }
}

/** Papers of the dossier itself are not listed in it. */
const OF_THE_DOSSIER: ReadonlySet<string> = new Set(['dossier-cover', 'dossier-catalogue'])

/** 卷内目录: papers in the order in which they were made; the evidence follows its list. A voided number stays, marked. */
export const fillDossierCatalogue: Filler = (filling) => {
  const { state } = filling
  const papers = state.documents.filter((doc) => !OF_THE_DOSSIER.has(doc.code))
  const evidence = state.evidence.map(({ title, kind }) => ({ title, remark: kind }))
  const at = papers.findLastIndex((doc) => doc.code === 'evidence-list') + 1 || papers.length
  const rows = papers.map((doc) => paperRow(state, doc))
  const ordered = [...rows.slice(0, at), ...evidence, ...rows.slice(at)]
  return { catalogue: ordered.map((row, index) => ({ no: index + 1, ...row })) }
}

function paperRow(state: Filling['state'], doc: CaseDocument): Omit<CatalogueRow, 'no'> {
  const { number, issuedOn, voided } = doc
  return {
    title: titleOf(state, doc),
    onDate: issuedOn,
    ...(number && { number }),
    ...(voided !== undefined && { remark: '作废' }),
  }
}

/** What the case has come to, by the newest decision or by its outcome. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  'no-penalty-decision': ['不予行政处罚。'],
  'licence-decision': ['准予行政许可。'],
  'licence-refusal': ['不予行政许可。'],
  'rejection-notice': ['不予受理。'],
}

function resultOf(filling: Filling): readonly string[] {
  const { state, root } = filling
  if (root.result === 'criminal-liability') return ['当事人已被依法追究刑事责任，不再给予行政处罚。']
  const decision = decisionOf(state)?.code ?? ''
  return RESULTS[decision] ?? itemsOfCase(filling, 'decided')
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
