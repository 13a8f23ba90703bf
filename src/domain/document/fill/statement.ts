import { isHearingDue } from '../../case/gates/notice.ts'
import type { Party } from '../../case/state.ts'
import type { DocumentData } from '../merge-data.ts'
import { caseViewOf } from './case-view-of.ts'
import { section } from './course.ts'
import { asText, type Filling } from './filling.ts'
import { citation, deliveryOf, newestOf } from './issued-documents.ts'
import { dateInWords, sentence } from './wording.ts'

type Section = DocumentData['sections'][number]

/** 告知、陈述申辩、听证、法制审核和集体讨论情况 (行政处罚法第四十四条、第四十五条、第五十七条第二款、第五十八条、第六十五条). */
export function statementSection(filling: Filling): Section[] {
  const { state, party } = filling
  const parties = party ? [party] : state.parties
  const told = parties.flatMap((one) => partyParagraphs(filling, one, parties.length > 1 ? one.name : '当事人'))
  return section('statement', '告知、陈述申辩和听证情况', [...told, reviewSentence(filling) + panelSentence(filling)])
}

function partyParagraphs(filling: Filling, party: Party, name: string): readonly string[] {
  const notice = noticeSentence(filling, party, name)
  if (notice === '') return []
  return [notice, heardSentence(filling, party, name) + hearingSentence(filling, party, name)]
}

function noticeSentence(filling: Filling, party: Party, name: string): string {
  const { state } = filling
  const notice = newestOf(state, 'penalty-notice', party.id)
  const made = notice && deliveryOf(state, notice, party.id)
  if (!notice || !made) return ''
  const hearing = isDue(filling, party) ? '和要求听证' : ''
  return `${dateInWords(made.effectiveOn)}，本机关向${name}送达${citation(notice)}，告知拟作出的行政处罚内容及事实、理由、依据，以及依法享有的陈述、申辩${hearing}的权利。`
}

/** What the party said stays with the handlers; the answer to it is stated (行政处罚法第四十五条第一款). */
function heardSentence({ root }: Filling, party: Party, name: string): string {
  const facts = root.facts.party[party.id] ?? {}
  const medium = asText(facts['waiver-medium'])
  const answer = sentence(asText(facts.heard))
  if (asText(facts.statement) !== '') return `${name}提出了陈述、申辩，本机关进行了复核：${answer}`
  if (facts['waives-statement'] === true) return `${name}明确放弃陈述、申辩${medium ? `（有${medium}记录）` : ''}。`
  return `${name}在规定期限内未提出陈述、申辩。`
}

function hearingSentence(filling: Filling, party: Party, name: string): string {
  const { root, state } = filling
  const facts = root.facts.party[party.id] ?? {}
  const hearing = state.runs.findLast((run) => run.procedure === 'hearing')
  // Others in the case may have asked for it; a party without the right that did not ask took no part.
  if (!isDue(filling, party) && asText(facts['hearing-request']) === '') return ''
  if (hearing?.outcome === 'held')
    return `${dateInWords(asText(hearing.facts.case['hearing-on']))}，本机关依法组织听证，并根据听证笔录提出处理意见。`
  if (facts['waives-hearing'] === true) return `${name}明确放弃听证。`
  if (hearing?.outcome === 'given-up') return `${name}要求听证后撤回或者无正当理由不到场、中途退出，听证终止。`
  return `${name}在规定期限内未要求听证。`
}

function reviewSentence({ state }: Filling): string {
  const review = state.runs.findLast((run) => run.procedure === 'legal-review')
  if (review?.outcome !== 'pass') return ''
  return `${dateInWords(review.endedOn)}，本案经本机关法制审核通过。`
}

function panelSentence({ state }: Filling): string {
  const panel = state.runs.findLast((run) => run.procedure === 'panel')
  if (panel?.outcome !== 'agreed') return ''
  return `${dateInWords(asText(panel.facts.case['discussed-on']))}，本案经本机关负责人集体讨论决定。`
}

function isDue(filling: Filling, party: Party): boolean {
  return isHearingDue(caseViewOf(filling), party)
}
