import { plainDate } from '#domain/calendar/plain-date.ts'
import { newHandlersQualified } from '#domain/case/gates/handlers.ts'
import { panelQuorum } from '#domain/case/gates/panel.ts'
import {
  aboutHandler,
  aboutHead,
  absentFromDiscussion,
  appliedByToday,
  decidedByAnother,
  handlerReplaced,
  notAboutHead,
  onePersonNamed,
  recusedLeftOut,
} from '#domain/case/gates/recusal.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { APART } from './handlers.ts'

const LAW = '《行政处罚法》第四十三条'
const TOGETHER = ['discussed-on', 'attendees', 'verdict-words', 'verdict-reason'] as const

/** 回避: asked by a party or by the person, decided by the head; the investigation goes on until then. */
export const recusal = procedureOf({
  code: 'recusal',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '回避',
  basis: LAW,
  start: 'asked',
  facts: {
    applicant: { title: '申请人', kind: 'text', per: 'case', disclosure: 'officials' },
    'applicant-part': {
      title: '申请人的身份',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['当事人', '执法人员本人', '其他办理案件的人员'],
    },
    recused: { title: '被申请回避人', kind: 'people', per: 'case', disclosure: 'officials', help: '一份申请写一名' },
    'recusal-ground': {
      title: '回避情形',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['与案件有直接利害关系', '有其他关系可能影响公正执法'],
    },
    'recusal-reason': { title: '理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'applied-on': { title: '申请日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'verdict-words': { title: '决定', kind: 'text', per: 'case', disclosure: 'officials' },
    'verdict-reason': { title: '决定的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'discussed-on': { title: '讨论日期', kind: 'date', per: 'case', disclosure: 'officials' },
    attendees: { title: '出席的负责人', kind: 'people', per: 'case', disclosure: 'officials' },
    handlers: { title: '新的承办人员', kind: 'people', per: 'case', disclosure: 'officials' },
    'handlers-reason': { title: '更换的理由', kind: 'text', per: 'case', disclosure: 'officials' },
    'withdrawn-why': { title: '撤回的情况', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {},
  stages: {
    asked: {
      title: '提出申请',
      actions: {
        request: {
          title: '登记回避申请',
          by: ['handler', 'clerk', 'unit-head', 'reviewer', 'host', 'agency-head'],
          asks: ['applicant', 'applicant-part', 'recused', 'recusal-ground', 'recusal-reason', 'applied-on'],
          gates: [onePersonNamed, appliedByToday],
          issues: ['recusal-application'],
          to: 'judging',
          basis: '《行政处罚法》第四十三条第二款',
        },
        drop: { title: '不提出了', by: ['handler', 'clerk'], to: 'dropped', basis: '《行政处罚法》第四十三条第二款' },
      },
    },
    judging: {
      title: '待决定（调查不停止）',
      actions: {
        'grant-and-replace': {
          title: '决定回避，更换承办人员',
          by: 'agency-head',
          asks: ['verdict-words', 'verdict-reason', 'handlers', 'handlers-reason'],
          gates: [decidedByAnother, notAboutHead, aboutHandler, recusedLeftOut, newHandlersQualified, ...APART],
          adds: 'handlers',
          issues: ['recusal-decision'],
          opens: 'delivery',
          to: 'granted',
          basis: '《行政处罚法》第四十三条第三款',
        },
        grant: {
          title: '决定回避',
          by: 'agency-head',
          asks: ['verdict-words', 'verdict-reason'],
          gates: [decidedByAnother, notAboutHead, handlerReplaced],
          issues: ['recusal-decision'],
          opens: 'delivery',
          to: 'granted',
          basis: '《行政处罚法》第四十三条第三款',
        },
        refuse: {
          title: '驳回回避申请',
          by: 'agency-head',
          asks: ['verdict-words', 'verdict-reason'],
          gates: [decidedByAnother, notAboutHead],
          issues: ['recusal-decision'],
          opens: 'delivery',
          to: 'refused',
          basis: '《行政处罚法》第四十三条第三款',
        },
        'grant-together': {
          title: '集体讨论决定负责人回避',
          by: ['agency-head', 'panel'],
          asks: TOGETHER,
          gates: [decidedByAnother, aboutHead, panelQuorum, absentFromDiscussion],
          issues: ['recusal-decision'],
          opens: 'delivery',
          to: 'granted',
          basis: '《行政处罚法》第四十三条第三款',
        },
        'refuse-together': {
          title: '集体讨论驳回对负责人的申请',
          by: ['agency-head', 'panel'],
          asks: TOGETHER,
          gates: [decidedByAnother, aboutHead, panelQuorum, absentFromDiscussion],
          issues: ['recusal-decision'],
          opens: 'delivery',
          to: 'refused',
          basis: '《行政处罚法》第四十三条第三款',
        },
        'take-back': {
          title: '登记撤回申请',
          by: ['handler', 'clerk'],
          asks: ['withdrawn-why'],
          to: 'withdrawn',
          basis: '《行政处罚法》第四十三条第二款',
        },
      },
    },
    granted: { title: '决定回避', ends: 'granted', actions: {} },
    refused: { title: '驳回申请', ends: 'refused', actions: {} },
    withdrawn: { title: '撤回', ends: 'withdrawn', actions: {} },
    dropped: { title: '没有提出', ends: 'dropped', actions: {} },
  },
})
