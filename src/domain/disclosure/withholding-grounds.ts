/** Why a decision is not made public; the officer picks one and says why it applies. */
export const WITHHOLDING_GROUNDS = {
  influence: { title: '不具有一定社会影响', basis: '《行政处罚法》第四十八条第一款' },
  'state-secret': {
    title: '国家秘密，或者公开可能危及国家安全、公共安全、经济安全、社会稳定',
    basis: '《政府信息公开条例》第十四条',
  },
  'trade-secret': { title: '商业秘密，权利人不同意公开', basis: '《政府信息公开条例》第十五条' },
  privacy: { title: '个人隐私，脱敏后仍能识别本人', basis: '《政府信息公开条例》第十五条' },
  internal: { title: '内部事务信息或者过程性信息', basis: '《政府信息公开条例》第十六条' },
  minor: { title: '当事人是未成年人', basis: '《未成年人保护法》第一百零三条' },
  'warning-only': { title: '仅给予警告', basis: '《市场监督管理行政处罚信息公示规定》第二条' },
} as const
export type WithholdingGround = keyof typeof WITHHOLDING_GROUNDS
export const WITHHOLDING_CODES = Object.keys(WITHHOLDING_GROUNDS) as [WithholdingGround, ...WithholdingGround[]]

/** Why what is public goes: 行政处罚法第四十八条第二款 within three working days, and what should never have been public. */
export const WITHDRAWAL_GROUNDS = {
  changed: { title: '决定被依法变更', basis: '《行政处罚法》第四十八条第二款' },
  revoked: { title: '决定被依法撤销', basis: '《行政处罚法》第四十八条第二款' },
  unlawful: { title: '决定被确认违法', basis: '《行政处罚法》第四十八条第二款' },
  void: { title: '决定被确认无效', basis: '《行政处罚法》第四十八条第二款' },
  'wrongly-public': { title: '公示了不应公开的内容', basis: '《政府信息公开条例》第十四条、第十五条' },
} as const
export type WithdrawalGround = keyof typeof WITHDRAWAL_GROUNDS
/** What a review or a judgment has made of a decision, as the ground on which it goes from the public. */
const ALTERATIONS: Readonly<Record<string, keyof typeof WITHDRAWAL_GROUNDS>> = {
  撤销: 'revoked',
  确认违法: 'unlawful',
  确认无效: 'void',
}
export const withdrawalGroundOf = (alteration: unknown) => ALTERATIONS[String(alteration)] ?? 'changed'
export const WITHDRAWAL_CODES = Object.keys(WITHDRAWAL_GROUNDS) as [WithdrawalGround, ...WithdrawalGround[]]
