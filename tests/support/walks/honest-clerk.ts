import { addDays } from '#domain/calendar/plain-date.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { DUTY_HONEST } from '../duty-roads.ts'
import { LICENCE_HONEST } from '../licence-roads.ts'
import { MEASURE_HONEST } from '../measure-honest.ts'
import type { RandomWalk } from '../random-walk.ts'

export const JUNK = [
  '',
  '很',
  null,
  7,
  -0,
  true,
  [],
  ['nobody'],
  ['lin', 'expired'],
  '2026-02-30',
  '1e9',
  '2,000元',
  '2020-01-01',
]
export const MONEY = ['0', '500', '5000', '100000']

/** Steps that lead back or out; taken now and then, or no walk would get anywhere. */
export const BACKWARD: readonly string[] = [
  'ask-for-handlers',
  'back-to-draft',
  'call-again',
  'change-handlers',
  'end-out-of-time',
  'extend-again',
  'extend-clock',
  'extend-decision',
  'extend-filing',
  'halt',
  'investigate-further',
  'issue-form',
  'issue-letter',
  'notify-again',
  'object',
  'open-dispute',
  'propose-transfer',
  'refer',
  'reply-informant',
  'reverse-payment',
  'refuse-filing',
  'revise-proposal',
  'stop-clock',
  'take-back',
  'transfer-decided',
  'ask-material',
  'withdraw-filing',
  'write-record',
]

/** What an honest clerk would write; everything else is drawn from its kind. */
export const HONEST: Readonly<Record<string, (walk: RandomWalk) => unknown>> = {
  'certificate-shown': () => true,
  'in-jurisdiction': () => true,
  team: () => ['lin', 'zhou'],
  'defence-materials': () => '询问笔录\n《食品安全法》第三十四条',
  materials: () => '案件情况的调查报告\n涉案物品清单',
  host: () => ['zhu'],
  attendees: () => ['wu', 'fu'],
  'hearing-on': (walk) => addDays(walk.office.today, 14),
  'began-at': (walk) => `${walk.office.today}T01:00:00.000Z`,
  'ended-at': (walk) => `${walk.office.today}T02:00:00.000Z`,
  'act-ended-on': () => '2026-05-01',
  proposal: (walk) => (walk.chance(0.8) ? PROPOSALS.penalty : PROPOSALS.minor),
  'is-performed': () => true,
  ...MEASURE_HONEST,
  ...LICENCE_HONEST,
  ...DUTY_HONEST,
  paid: () => '200000',
  remedies: (walk) => [
    {
      kind: walk.chance(0.5) ? '行政复议' : '行政诉讼',
      fromOn: addDays(walk.office.today, -20),
      untilOn: walk.chance(0.6) ? walk.office.today : '',
    },
  ],
  'final-fine': () => undefined,
  'final-gains': () => undefined,
}
