/** The kinds of enforcement by which procedures are grouped, in the order in which people read them. */
export const ENFORCEMENT_KINDS = [
  '线索',
  '行政处罚',
  '行政强制',
  '行政检查',
  '行政许可',
  '行政征收',
  '行政征用',
  '行政收费',
  '行政给付',
  '行政确认',
  '行政奖励',
  '行政裁决',
  '其他',
] as const
export type EnforcementKind = (typeof ENFORCEMENT_KINDS)[number]
