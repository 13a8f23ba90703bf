import { evidenceOf } from './base-blocks.ts'
import { factsSection } from './course.ts'
import { asText, type Filler, type Filling } from './filling.ts'
import { remedyBlock } from './remedy-block.ts'
import { violationBlocks } from './violation-blocks.ts'
import { sentence } from './wording.ts'

/** 当场行政处罚决定书, for one party; reconsideration comes before any lawsuit (行政处罚法第五十二条第二款，行政复议法第二十三条). */
export const fillSummaryDecision: Filler = (filling) => ({
  violations: violationBlocks(filling, 'decided'),
  evidence: evidenceOf(filling),
  sections: factsSection(filling),
  decision: { ground: answerOf(filling) },
  ...remedyBlock(filling, '本当场行政处罚决定'),
})

/** What the party said stays with the handlers; the answer is stated (行政处罚法第四十五条第一款). */
function answerOf({ root, party }: Filling): string {
  const facts = root.facts.party[party?.id ?? ''] ?? {}
  if (asText(facts.statement) === '') return '当事人没有提出陈述、申辩。'
  return `当事人提出了陈述、申辩，复核意见：${sentence(asText(facts.heard))}`
}
