import { parameter } from './parameter.ts'

const PLACE = { origin: 'region', verified: false } as const

/** Levy, requisition, fee, benefit and confirmation: no law of the country gives these numbers for all of them. */
export const DUTY_PARAMETERS = {
  'service.supplement-term': parameter('working-days', '一次性告知补正（给付、确认）', 5, {
    basis: '《优化营商环境条例》第三十六条第一款只要求一次性告知，没有天数；由设定依据或者服务指南规定',
    ...PLACE,
  }),
  'service.decision-term': parameter('working-days', '办理给付、确认', 20, {
    basis: '《优化营商环境条例》第三十六条第二款：没有规定的，按照合理、高效的原则确定；由设定依据或者服务指南规定',
    ...PLACE,
  }),
  'benefit.payment-term': parameter('working-days', '决定后发放给付', 10, {
    basis: '没有全国统一的天数，由设定依据规定',
    ...PLACE,
  }),
  'fee.payment-term': parameter('days', '缴纳收费', 15, {
    basis: '没有全国统一的天数，由收费的设定依据规定',
    ...PLACE,
  }),
  'levy.payment-term': parameter('days', '缴纳征收款', 15, {
    basis: '没有全国统一的天数，由征收的设定依据规定',
    ...PLACE,
  }),
  'levy.surcharge-rate': parameter('ratio', '滞纳金（每日，万分之）', 0, {
    basis: '《行政强制法》第四十五条只规定上限和告知；标准由设定征收的法律、法规规定，没有规定的不加收',
    ...PLACE,
  }),
} as const
