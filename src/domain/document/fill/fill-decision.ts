import { proposalOf } from '../../case/proposal.ts'
import { termOf } from '../../parameter/registry.ts'
import { evidenceOf } from './base-blocks.ts'
import { courseSection, factsSection, section } from './course.ts'
import { disposalSentences } from './disposal.ts'
import { asText, type Filler, type Filling, textIn } from './filling.ts'
import { remedyBlock } from './remedy-block.ts'
import { statementSection } from './statement.ts'
import { amountOf, violationBlocks, violationsOf } from './violation-blocks.ts'
import { paragraphsOf, sentence, termInWords, withoutStop } from './wording.ts'

/** 行政处罚决定书: the six contents of 行政处罚法第五十九条, for one party. */
export const fillPenaltyDecision: Filler = (filling) => ({
  violations: violationBlocks(filling, 'decided'),
  evidence: evidenceOf(filling),
  sections: [
    ...courseSection(filling),
    ...factsSection(filling),
    ...statementSection(filling),
    ...section('discretion', '裁量理由', paragraphsOf(textIn(filling.root, 'decision-reasons'))),
    ...section('things', '在案物品', disposalSentences(filling)),
    ...section('execution', '执行', [gainsTerm(filling)]),
  ],
  ...remedyBlock(filling, '本行政处罚决定'),
})

/** 不予行政处罚决定书, on the ground that was proposed and approved. */
export const fillNoPenalty: Filler = (filling) => ({
  violations: violationBlocks(filling, 'decided'),
  evidence: evidenceOf(filling),
  sections: [
    ...courseSection(filling),
    ...factsSection(filling),
    ...statementSection(filling),
    ...section('things', '在案物品', disposalSentences(filling)),
  ],
  decision: { ground: noPenaltyGround(filling), ...educationOf(filling), ...guardianOrderOf(filling) },
  ...remedyBlock(filling, '本不予行政处罚决定'),
})

// The proposal names its clause itself: 不予处罚：轻微并及时改正……（第三十三条第一款前段）.
const PROPOSAL = /^.+?：(.+)（(.+)）$/u

function noPenaltyGround({ root, party }: Filling): string {
  const id = party?.id ?? ''
  const [, situation = '', article = ''] = PROPOSAL.exec(proposalOf(root, id)) ?? []
  const own = asText(root.facts.party[id]?.['own-proposal-reason'])
  const reasons = sentence(own === '' ? textIn(root, 'decision-reasons') : own)
  if (situation === '') return reasons
  const list = withoutStop(asText(root.facts.party[id]?.['leniency-basis']))
  const listed = list === '' ? '' : `，列入${list}`
  return `${reasons}本案属于“${situation}”的情形，符合《中华人民共和国行政处罚法》${article}的规定${listed}。`
}

/** Whoever is not punished for age or illness is left to the guardian, who is ordered to see to it. */
const GUARDIAN_ORDERS: Readonly<Record<string, string>> = {
  第三十条: '责令监护人加以管教',
  第三十一条: '责令监护人严加看管和治疗',
}

function guardianOrderOf({ root, party }: Filling): { readonly guardianOrder?: string } {
  const [, , article = ''] = PROPOSAL.exec(proposalOf(root, party?.id ?? '')) ?? []
  const order = GUARDIAN_ORDERS[article]
  return order ? { guardianOrder: `依据《中华人民共和国行政处罚法》${article}的规定，${order}。` } : {}
}

function educationOf({ root, party }: Filling): { readonly education?: string } {
  const education = withoutStop(asText(root.facts.party[party?.id ?? '']?.education))
  return education ? { education: `本机关对当事人进行了教育：${education}。` } : {}
}

/** The template says how a fine is paid; gains are paid in the same time. */
function gainsTerm(filling: Filling): string {
  const { env, document } = filling
  const gains = violationsOf(filling).some((item) => amountOf(filling, item, 'gains', 'decided') > 0)
  const term = termInWords(termOf(env.parameters, 'payment.term', document.issuedOn))
  return gains ? `没收的违法所得，应当自收到本决定书之日起${term}内到指定银行或者通过电子支付系统缴纳。` : ''
}
