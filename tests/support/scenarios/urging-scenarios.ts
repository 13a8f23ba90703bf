import type { Decision } from '#domain/case/command.ts'
import * as execution from '../execution-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import type { Rows, Run } from './scenario.ts'

type Values = Readonly<Record<string, unknown>>

export const urge = (office: LawOffice, more: Values = {}) =>
  office.take('lin', 'urge', { case: { ...execution.URGING.case, ...more } })
export const unanswered = (office: LawOffice) => {
  const said = { party: steps.ofEveryParty(office, { 'urging-statement': '认为罚款过重' }) }
  return office.take('lin', 'hear', said)
}
/** Urged by a paper that has not arrived. */
export const undelivered =
  (procedure: 'open-execution' | 'open-court-execution', go: (office: LawOffice) => Decision): Run =>
  (office) => {
    done(execution.late(office).take('lin', procedure))
    done(urge(office))
    office.agreeAll('zheng')
    return go(office)
  }

export const heard = (key: string, open: 'open-execution' | 'open-court-execution'): Rows => ({
  [`${key}/hear/urging-delivered`]: {
    says: '催告书还没有送达',
    run: undelivered(open, (office) =>
      office.take('lin', 'hear', {
        party: steps.ofEveryParty(office, { 'urging-statement': '没有', 'urging-heard': '已经记录' }),
      }),
    ),
  },
  [`${key}/hear/urging-statement-answered`]: {
    says: '请写明复核意见',
    run: (office) => {
      if (open === 'open-execution') execution.urged(office)
      else execution.courtUrged(office)
      return unanswered(office)
    },
  },
  [`${key}/urge/term-passed`]: {
    says: '履行期限还没有届满',
    run: (office) => {
      done(steps.reach(office, 'performance').take('lin', open))
      return urge(office)
    },
  },
  [`${key}/urge/urging-term-ahead`]: {
    says: '应当晚于今天',
    run: (office) => {
      done(execution.late(office).take('lin', open))
      return urge(office, { 'urging-until': office.today })
    },
  },
})
