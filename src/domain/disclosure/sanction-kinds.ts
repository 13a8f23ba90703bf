/** Kinds of sanction by 行政处罚法第九条, as they are searched for; a licence is a kind of its own. */
export const SANCTION_KINDS = {
  warning: '警告、通报批评',
  fine: '罚款',
  confiscation: '没收',
  'licence-loss': '暂扣、吊销许可证件',
  restriction: '限制经营、停产停业',
  detention: '行政拘留',
  licence: '行政许可',
  other: '其他',
} as const
export type SanctionKind = keyof typeof SANCTION_KINDS

const PATTERNS: readonly (readonly [SanctionKind, RegExp])[] = [
  ['warning', /警告|通报批评/],
  ['fine', /罚款/],
  ['confiscation', /没收/],
  ['licence-loss', /暂扣|吊销|降低资质/],
  ['restriction', /限制|停产|停业|关闭|禁止从业/],
  ['detention', /拘留/],
]

export function isSanctionKind(text: string): text is SanctionKind {
  return Object.hasOwn(SANCTION_KINDS, text)
}

/** The kinds of what a decision orders, read from its sentences; one that orders nothing is told by its own title. */
export function sanctionKindsOf(sanctions: readonly string[], title: string): readonly SanctionKind[] {
  const text = sanctions.join('\n')
  const kinds = PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind)
  if (kinds.length > 0) return kinds
  return [sanctions.length === 0 && title.includes('许可') ? 'licence' : 'other']
}
