import { dueOf, lastDayOf } from '../../case/clock.ts'
import type { DocumentData } from '../merge-data.ts'
import { evidenceOf } from './base-blocks.ts'
import { courseSection, factsSection, section } from './course.ts'
import { groundSection } from './fill-filing.ts'
import { asText, type Filler, type Filling, issuingAction, nameOf, peopleIn, textIn } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'
import { statementSection } from './statement.ts'
import { itemsOfCase, violationBlocks } from './violation-blocks.ts'
import { dateInWords, listed, paragraphsOf, sentence } from './wording.ts'

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

/** 案件延期审批: why, who discussed it where the heads decide together, and the last day before and after. */
export const fillExtension: Filler = (filling) => {
  const { run, procedure, env } = filling
  const { extends: first = [], extendsAgain = [] } = issuingAction(filling)?.action ?? {}
  const [name = 'decision'] = [...first, ...extendsAgain]
  const clock = run.clocks.findLast((item) => item.clock === name)
  const { title = '', basis } = procedure.clocks[name] ?? {}
  const before = clock && dueOf(env, { ...clock, extensions: clock.extensions.slice(0, -1) })
  const stated = basis === undefined ? {} : { basis }
  return {
    approvals: approvalsOf(filling),
    sections: [
      ...groundSection(filling, ['extension-reason']),
      ...(extendsAgain.length > 0 ? [{ title: '集体讨论', paragraphs: [...discussion(filling)] }] : []),
    ],
    deadlines: clock
      ? [
          { title: `${title}的原期限`, dueOn: lastDayOf({ ...clock, ...before }), ...stated },
          { title: `${title}的期限延至`, dueOn: lastDayOf(clock), ...stated },
        ]
      : [],
  }
}

function discussion(filling: Filling): readonly string[] {
  const { run } = filling
  const present = listed(peopleIn(run, 'attendees').map((id) => nameOf(filling, id)))
  const on = dateInWords(textIn(run, 'discussed-on'))
  return [`${on}讨论，出席的负责人：${present}。`, ...paragraphsOf(textIn(run, 'extension-opinions')).map(sentence)]
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
