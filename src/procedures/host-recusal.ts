import { plainDate } from '#domain/calendar/plain-date.ts'
import { hostNamed } from '#domain/case/gates/recusal.ts'
import { RECUSALS } from '#domain/case/recused.ts'
import { recusalOf } from './recusal-of.ts'

const LAW = RECUSALS['host-recusal']

/** 回避 of the host of a hearing before a penalty, also when it is asked for at the hearing itself; another host is named when the hearing is called again. */
export const hostRecusal = recusalOf({
  code: 'host-recusal',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '听证主持人回避',
  basis: LAW,
  judging: '待决定（先不举行听证）',
  parts: ['当事人', '委托代理人', '主持人本人'],
  grounds: ['与本案有直接利害关系'],
  asking: LAW,
  deciding: LAW,
  asked: [hostNamed(LAW)],
})
