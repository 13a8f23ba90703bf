import { INSPECTION_RULES } from '../case/gates/inspection.ts'
import type { Basis } from '../procedure/definition.ts'
import type { ItemKind } from './item.ts'

const SAN_XIANG_ZHI_DU: Basis =
  '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）'
const CHARGES: Basis = '《优化营商环境条例》第二十五条'

/** That an agency acts within its powers, by kind of enforcement. */
const POWERS: Partial<Record<ItemKind, Basis>> = {
  行政处罚: '《行政处罚法》第十七条',
  行政强制: '《行政强制法》第十七条第一款',
  行政许可: '《行政许可法》第二十二条',
  行政检查: INSPECTION_RULES,
}

/** That what is enforced has been published before, by kind of enforcement. */
const PUBLICITY: Partial<Record<ItemKind, Basis>> = {
  行政处罚: '《行政处罚法》第三十九条',
  行政许可: '《行政许可法》第三十条第一款',
  行政检查: INSPECTION_RULES,
  行政收费: CHARGES,
  行政征收: CHARGES,
}

export const powersOf = (kind: ItemKind): Basis => POWERS[kind] ?? SAN_XIANG_ZHI_DU
export const publicityOf = (kind: ItemKind): Basis => PUBLICITY[kind] ?? SAN_XIANG_ZHI_DU
