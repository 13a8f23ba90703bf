import type { DocumentData } from '../merge-data.ts'
import { evidenceOf } from './base-blocks.ts'
import { courseSection, factsSection, section } from './course.ts'
import { groundSection } from './fill-filing.ts'
import { asText, type Filler, type Filling, textIn } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'
import { statementSection } from './statement.ts'
import { itemsOfCase, violationBlocks } from './violation-blocks.ts'
import { paragraphsOf, sentence } from './wording.ts'

type Section = DocumentData['sections'][number]

/** 案件调查终结报告. */
export const fillReport: Filler = (filling) => ({
  violations: violationBlocks(filling, 'notified'),
  decision: { items: [] },
  evidence: evidenceOf(filling),
  approvals: approvalsOf(filling),
  sections: [
    ...courseSection(filling),
    ...factsSection(filling),
    ...statementSection(filling),
    ...proposalSection(filling),
  ],
})

/** 陈述申辩复核意见. */
export const fillReconsideration: Filler = (filling) => ({
  violations: violationBlocks(filling, 'notified'),
  decision: { items: itemsOfCase(filling, 'notified') },
  approvals: approvalsOf(filling),
  sections: [
    ...section('statement', '陈述申辩内容', eachParty(filling, saidBy)),
    ...section(
      'ground',
      '复核意见及理由',
      eachParty(filling, (facts) => asText(facts.heard)),
    ),
    ...hostOpinion(filling),
  ],
})

/** 案件延期审批: the last day that follows from it. */
export const fillExtension: Filler = (filling) => {
  const { run, procedure } = filling
  const clock = run.clocks.findLast((item) => item.clock === 'decision')
  const basis = procedure.clocks.decision?.basis
  const title = procedure.clocks.decision?.title ?? ''
  const dueOn = clock && (clock.rolls ? clock.rolledDue : clock.rawDue)
  return {
    approvals: approvalsOf(filling),
    sections: groundSection(filling, ['extension-reason']),
    deadlines: dueOn ? [{ title, dueOn, ...(basis && { basis }) }] : [],
  }
}

export function proposalSection({ root, state }: Filling): Section[] {
  const proposal = sentence(textIn(root, 'proposal'))
  const reasons = paragraphsOf(textIn(root, 'proposal-reason')).map(sentence)
  const apart = state.parties.flatMap(({ id, name }) => ownProposal(name, root.facts.party[id] ?? {}))
  return section('proposal', '处理建议', [proposal, ...reasons, ...apart])
}

/** For a party that is to be treated otherwise than the case as a whole. */
function ownProposal(name: string, facts: PartyFacts): readonly string[] {
  const proposal = asText(facts['own-proposal'])
  return proposal === '' ? [] : [`对${name}：${sentence(proposal)}${sentence(asText(facts['own-proposal-reason']))}`]
}

type PartyFacts = Filling['root']['facts']['party'][string]

function eachParty({ state, root }: Filling, say: (facts: PartyFacts) => string): readonly string[] {
  return state.parties.flatMap(({ id, name }) => {
    const [first, ...rest] = paragraphsOf(say(root.facts.party[id] ?? {}))
    if (first === undefined) return []
    return [state.parties.length > 1 ? `${name}：${first}` : first, ...rest]
  })
}

function saidBy(facts: PartyFacts): string {
  const waived = facts['waives-statement'] === true ? '明确放弃陈述、申辩。' : ''
  return asText(facts.statement) || waived || '在规定期限内未提出陈述、申辩。'
}

/** The host's opinion goes to those who decide; the record that the parties sign does not carry it. */
function hostOpinion({ state }: Filling): Section[] {
  const hearing = state.runs.findLast((item) => item.procedure === 'hearing' && item.outcome === 'held')
  const paragraphs = hearing ? paragraphsOf(textIn(hearing, 'host-opinion')) : []
  return paragraphs.length === 0 ? [] : [{ title: '听证主持人意见', paragraphs }]
}
