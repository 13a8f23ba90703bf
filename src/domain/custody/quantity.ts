/** A quantity in whole thousandths of its unit, so that sums are exact, or why it could not be read. */
export type QuantityResult =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly reason: string }

const PLAIN = /^(0|[1-9]\d{0,8})(?:\.(\d{1,3}))?$/
const THOUSAND = 1000

/** Reads 12, 12.5 or 0.125 as people type it; nothing is no quantity, and neither is zero. */
export function quantityFromText(raw: unknown): QuantityResult {
  const text = typeof raw === 'string' ? raw.trim() : ''
  const match = PLAIN.exec(text)
  if (!match) return { ok: false, reason: '应为数字，最多三位小数，如 12 或者 0.5' }
  const [, whole = '', part = ''] = match
  const amount = Number(whole) * THOUSAND + Number(part.padEnd(3, '0'))
  return amount > 0 ? { ok: true, amount } : { ok: false, reason: '应大于 0' }
}

/** 12500 → 12.5; the way back of `quantityFromText`. */
export function quantityText(amount: number): string {
  const part = String(amount % THOUSAND)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(amount / THOUSAND))
  return part === '' ? whole : `${whole}.${part}`
}
