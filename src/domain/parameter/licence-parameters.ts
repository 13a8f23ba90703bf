import { parameter } from './parameter.ts'

/** Administrative licensing (行政许可). */
export const LICENCE_PARAMETERS = {
  'licence.supplement-term': parameter('working-days', '一次告知补正', 5, {
    basis: '《行政许可法》第三十二条第一款第四项',
  }),
  'licence.decision-term': parameter('working-days', '作出许可决定', 20, { basis: '《行政许可法》第四十二条第一款' }),
  'licence.extension': parameter('working-days', '许可决定延长', 10, { basis: '《行政许可法》第四十二条第一款' }),
  'licence.joint-term': parameter('working-days', '统一、联合、集中办理', 45, {
    basis: '《行政许可法》第四十二条第二款',
  }),
  'licence.joint-extension': parameter('working-days', '统一、联合、集中办理延长', 15, {
    basis: '《行政许可法》第四十二条第二款',
  }),
  'licence.first-review-term': parameter('working-days', '下级机关先行审查', 20, { basis: '《行政许可法》第四十三条' }),
  'licence.issue-term': parameter('working-days', '颁发、送达许可证件', 10, { basis: '《行政许可法》第四十四条' }),
  'licence.hearing-request-term': parameter('working-days', '被告知听证权利后提出听证申请', 5, {
    basis: '《行政许可法》第四十七条第一款；对申请人有利的解释：按工作日计算',
  }),
  'licence.hearing-term': parameter('working-days', '组织听证', 20, { basis: '《行政许可法》第四十七条第一款' }),
  'licence.supervised-elsewhere': parameter('list', '颁证后须移交监管机关的许可事项（填 * 为全部）', [], {
    basis: '没有法律依据，是许可权划转而监管职责没有划转的地方的做法',
    origin: 'region',
  }),
  'licence.acknowledgement-term': parameter('working-days', '监管机关签收移交的许可', 5, {
    basis: '没有法律依据，由本地规定',
    origin: 'region',
    verified: false,
  }),
  'licence.renewal-term': parameter('days', '届满前申请延续', 30, { basis: '《行政许可法》第五十条第一款' }),
  'licence.statement-term': parameter('working-days', '拟撤回、撤销许可前的陈述申辩', 5, {
    basis: '《行政许可法》第七条（只规定权利，没有天数）',
    origin: 'region',
    verified: false,
  }),
  'licence.separate-people': parameter('flag', '受理、审批、出证由不同人员办理', false, {
    basis: '没有法律依据，是地方做法（贵安新区）',
    origin: 'region',
  }),
} as const
