import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { alteredAtAll, isAlteredAtAll } from '#domain/case/gates/dispute.ts'
import type { Clock, Fact, Subject } from '#domain/procedure/definition.ts'

const LAW = '《行政处罚法》第四十八条第二款'

export const WITHDRAWAL_FACT = {
  title: '公开说明的理由',
  kind: 'long-text',
  per: 'case',
  disclosure: 'officials',
  help: '撤下公示时给公众看的话，不写个人信息',
} as const satisfies Fact

/** Three working days from the day on which it is known that the decision was changed, revoked, or found unlawful or void. */
export function withdrawalClock(known: (subject: Subject) => PlainDate | undefined) {
  return {
    title: '撤下公示并说明理由',
    term: { parameter: 'disclosure.withdrawal-term' },
    from: (subject: Subject) => (isAlteredAtAll(subject.run) ? known(subject) : undefined),
    rolls: true,
    missed: 'warning',
    basis: LAW,
  } as const satisfies Clock
}

/** What was published of the contested decision goes by the act itself. */
export const WITHDRAW = {
  title: '撤下公示并说明理由',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['public-reason'],
  gates: [alteredAtAll],
  withdraws: { ground: { fact: 'alteration' }, reason: 'public-reason' },
  meets: ['withdrawal'],
  basis: LAW,
} as const
