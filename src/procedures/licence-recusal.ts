import { plainDate } from '#domain/calendar/plain-date.ts'
import { recusalSettledIn } from '#domain/case/gates/halting.ts'
import { newHandlersQualifiedBy } from '#domain/case/gates/handlers.ts'
import {
  aboutHandler,
  decidedByAnother,
  handlerReplaced,
  hostNamed,
  recusedLeftOut,
} from '#domain/case/gates/recusal.ts'
import { RECUSALS } from '#domain/case/recused.ts'
import { HANDLER_FACTS, LICENCE_APART } from './handlers.ts'
import { recusalOf, TOLD, VERDICT } from './recusal-of.ts'

const HOUSE = RECUSALS['licence-recusal']
const HOST = RECUSALS['licence-host-recusal']
const SINCE = { version: '2019-04-23', validFrom: plainDate('2019-04-23') } as const
const DIRECT = '与许可事项有直接利害关系'

/** 回避 of who examines, reviews or decides a licence: no article on licences has it, so it is a rule of the house. */
export const licenceRecusal = recusalOf({
  ...SINCE,
  code: 'licence-recusal',
  title: '许可审查人员回避',
  basis: HOUSE,
  judging: '待决定（审查不停止）',
  parts: ['申请人', '利害关系人', '工作人员本人'],
  grounds: [DIRECT, '有其他关系可能影响公正审查'],
  asking: HOUSE,
  deciding: HOUSE,
  facts: HANDLER_FACTS,
  granting: [handlerReplaced(HOUSE)],
  others: {
    'grant-and-replace': {
      title: '决定回避，更换承办人员',
      by: 'agency-head',
      asks: [...VERDICT, 'handlers', 'handlers-reason'],
      gates: [
        decidedByAnother(HOUSE),
        aboutHandler(HOUSE),
        recusedLeftOut(HOUSE),
        newHandlersQualifiedBy('内部管理：承办人员两名以上，持有效的执法证件'),
        ...LICENCE_APART,
      ],
      adds: 'handlers',
      ...TOLD,
      to: 'granted',
      basis: HOUSE,
    },
  },
})

/** What every case about a licence has of it: opened while it is examined, settled before it is decided. */
export const OPEN_RECUSAL = {
  title: '审查人员的回避申请',
  by: ['handler', 'clerk', 'unit-head', 'agency-head'],
  opens: 'licence-recusal',
  basis: HOUSE,
} as const
export const RECUSAL_SETTLED = recusalSettledIn('licence-recusal', '内部管理：回避申请没有决定的，先不作出许可决定')
export const RECUSED_LEFT_OUT = recusedLeftOut(HOUSE)

/** 回避 of the host of a hearing before a licence; another host is named when the hearing is called again. */
export const licenceHostRecusal = recusalOf({
  ...SINCE,
  code: 'licence-host-recusal',
  title: '许可听证主持人回避',
  basis: HOST,
  judging: '待决定（先不举行听证）',
  parts: ['申请人', '利害关系人', '主持人本人'],
  grounds: [DIRECT],
  asking: HOST,
  deciding: HOST,
  asked: [hostNamed(HOST)],
})
