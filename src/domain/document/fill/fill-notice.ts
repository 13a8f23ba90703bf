import { hearingGroundsOf } from '../../case/gates/notice.ts'
import { termOf } from '../../parameter/registry.ts'
import type { NoticeBlock } from '../merge-data.ts'
import { evidenceOf } from './base-blocks.ts'
import { caseViewOf } from './case-view-of.ts'
import { factsSection } from './course.ts'
import { type Filler, type Filling, nameOf } from './filling.ts'
import { violationBlocks } from './violation-blocks.ts'
import { listed, termInWords } from './wording.ts'

/** 行政处罚告知书: what is intended against this party, and its rights; the right to a hearing only where it has it. */
export const fillNotice: Filler = (filling) => ({
  violations: violationBlocks(filling, 'notified'),
  evidence: evidenceOf(filling),
  sections: factsSection(filling),
  notice: noticeBlock(filling),
})

function noticeBlock(filling: Filling): NoticeBlock {
  const { env, document, party } = filling
  const { parameters } = env
  const terms = {
    statement: termInWords(termOf(parameters, 'penalty.statement-term', document.issuedOn)),
    hearing: termInWords(termOf(parameters, 'hearing.request-term', document.issuedOn)),
  }
  const grounds = party ? hearingGroundsOf(caseViewOf(filling), party) : []
  return {
    statementTerm: `自收到本告知书之日起${terms.statement}内`,
    ...(grounds.length > 0 && {
      hearingGround: `拟作出${listed(grounds)}的行政处罚`,
      hearingTerm: `自收到本告知书之日起${terms.hearing}内`,
    }),
    contact: contactOf(filling),
  }
}

export function contactOf(filling: Filling): NoticeBlock['contact'] {
  const { agency, state } = filling
  return { name: nameOf(filling, state.handlers[0]), phone: agency.phone, address: agency.address }
}
