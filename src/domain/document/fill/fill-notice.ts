import { isHearingDue } from '../../case/gates/notice.ts'
import type { Party } from '../../case/state.ts'
import { termOf } from '../../parameter/registry.ts'
import type { NoticeBlock } from '../merge-data.ts'
import { evidenceOf } from './base-blocks.ts'
import { caseViewOf } from './case-view-of.ts'
import { factsSection } from './course.ts'
import { type Filler, type Filling, nameOf } from './filling.ts'
import { amountOf, violationBlocks, violationsOf } from './violation-blocks.ts'
import { termInWords } from './wording.ts'

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
  const isDue = party !== undefined && isHearingDue(caseViewOf(filling), party)
  return {
    statementTerm: `自收到本告知书之日起${terms.statement}内`,
    ...(isDue && {
      hearingGround: hearingGround(filling, party),
      hearingTerm: `自收到本告知书之日起${terms.hearing}内`,
    }),
    contact: contactOf(filling),
  }
}

/** The kind that opens the hearing (行政处罚法第六十三条第一款). */
function hearingGround(filling: Filling, party: Party): string {
  const own = violationsOf({ ...filling, party })
  const heavy = own.some((item) => filling.root.facts.violation[item.id]?.['is-heavy'] === true)
  if (heavy) return '拟作出降低资质等级、吊销许可证件、责令停产停业、责令关闭、限制从业等较重的行政处罚'
  const total = (name: 'fine' | 'gains') =>
    own.reduce((sum, item) => sum + amountOf(filling, item, name, 'notified'), 0)
  return total('fine') >= total('gains') ? '拟作出较大数额罚款的行政处罚' : '拟作出没收较大数额违法所得的行政处罚'
}

export function contactOf(filling: Filling): NoticeBlock['contact'] {
  const { agency, state } = filling
  return { name: nameOf(filling, state.handlers[0]), phone: agency.phone, address: agency.address }
}
