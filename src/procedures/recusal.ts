import { plainDate } from '#domain/calendar/plain-date.ts'
import { newHandlersQualified } from '#domain/case/gates/handlers.ts'
import { panelQuorum } from '#domain/case/gates/panel.ts'
import {
  aboutHandler,
  aboutHead,
  absentFromDiscussion,
  decidedByAnother,
  handlerReplaced,
  notAboutHead,
  recusedLeftOut,
} from '#domain/case/gates/recusal.ts'
import { APART, HANDLER_FACTS } from './handlers.ts'
import { recusalOf, TOLD, VERDICT } from './recusal-of.ts'

const LAW = '《行政处罚法》第四十三条'
const DECIDING = '《行政处罚法》第四十三条第三款'

const TOGETHER = {
  by: ['agency-head', 'panel'],
  asks: ['discussed-on', 'attendees', ...VERDICT],
  gates: [decidedByAnother(LAW), aboutHead, panelQuorum, absentFromDiscussion],
  ...TOLD,
  basis: DECIDING,
} as const

/** 回避: asked by a party or by the person, decided by the head; the investigation goes on until then. */
export const recusal = recusalOf({
  code: 'recusal',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '回避',
  basis: LAW,
  judging: '待决定（调查不停止）',
  parts: ['当事人', '执法人员本人', '其他办理案件的人员'],
  grounds: ['与案件有直接利害关系', '有其他关系可能影响公正执法'],
  asking: '《行政处罚法》第四十三条第二款',
  deciding: DECIDING,
  facts: {
    ...HANDLER_FACTS,
    'discussed-on': { title: '讨论日期', kind: 'date', per: 'case', disclosure: 'officials' },
    attendees: { title: '出席的负责人', kind: 'people', per: 'case', disclosure: 'officials' },
  },
  granting: [handlerReplaced(LAW)],
  either: [notAboutHead],
  others: {
    'grant-and-replace': {
      title: '决定回避，更换承办人员',
      by: 'agency-head',
      asks: [...VERDICT, 'handlers', 'handlers-reason'],
      gates: [
        decidedByAnother(LAW),
        notAboutHead,
        aboutHandler(LAW),
        recusedLeftOut(LAW),
        newHandlersQualified,
        ...APART,
      ],
      adds: 'handlers',
      ...TOLD,
      to: 'granted',
      basis: DECIDING,
    },
    'grant-together': { ...TOGETHER, title: '集体讨论决定负责人回避', to: 'granted' },
    'refuse-together': { ...TOGETHER, title: '集体讨论驳回对负责人的申请', to: 'refused' },
  },
})
