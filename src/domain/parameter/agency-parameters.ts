import { parameter } from './parameter.ts'

export const AGENCY_PARAMETERS = {
  'entrustment.ending-notice': parameter('days', '委托期满多少天以前提醒', 30, {
    basis: '没有全国统一规定；《行政处罚法》第二十条要求委托书载明期限，提前多久准备由机关定',
    origin: 'region',
    verified: false,
  }),
} as const
