import { addMonths, type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { parameterValueOf, type TermCode } from '../parameter/registry.ts'
import type { ParameterValues } from '../parameter/resolution.ts'
import { isReproofOnly } from './public-facts.ts'

/** 轻微、一般、严重（信用修复管理办法，自 2026-04-01）. */
export const TIERS = ['minor', 'general', 'serious'] as const
export type Tier = (typeof TIERS)[number]
export const TIER_TITLES: Readonly<Record<Tier, string>> = { minor: '轻微', general: '一般', serious: '严重' }

const SERIOUS = /吊销|降低资质|限制从业|限制开展|责令关闭|停产停业/u

/** Only penalties weigh on credit: a licence has no tier and no end of publicity. */
export function hasTier(procedureCode: string): boolean {
  return procedureCode.startsWith('penalty')
}

/** The tier that the sanctions suggest; amounts have no national threshold, so that a person decides between general and serious. */
export function proposeTier(sanctions: readonly string[]): Tier {
  if (isReproofOnly(sanctions)) return 'minor'
  return sanctions.some((text) => SERIOUS.test(text)) ? 'serious' : 'general'
}

export type PublicityTerm = {
  /** The day from which credit may be repaired; the last day of a tier that has one length. */
  readonly repairableFromOn: PlainDate
  /** The last day on which it is public. */
  readonly untilOn: PlainDate
  readonly basis: string
}

const CODES = {
  minor: ['disclosure.minor-term', 'disclosure.minor-term'],
  general: ['disclosure.general-shortest', 'disclosure.general-longest'],
  serious: ['disclosure.serious-shortest', 'disclosure.serious-longest'],
} as const satisfies Record<Tier, readonly [TermCode, TermCode]>
const NEW_BASIS = '《信用修复管理办法》（国家发展改革委令第36号）'
const EARLIER_BASIS = '《市场监督管理行政处罚信息公示规定》第十三条'

/** How long a penalty of this tier stays public, counted from its publication under the rules of that day. */
export function publicityTerm(tier: Tier, publishedOn: PlainDate, values: ParameterValues): PublicityTerm {
  const after = (code: TermCode) => addMonths(publishedOn, parameterValueOf(values, code, publishedOn))
  const from = parsePlainDate(parameterValueOf(values, 'disclosure.tiers-from', publishedOn))
  if (from !== undefined && publishedOn >= from) {
    const [shortest, longest] = CODES[tier]
    return { repairableFromOn: after(shortest), untilOn: after(longest), basis: NEW_BASIS }
  }
  const untilOn = after(tier === 'minor' ? 'disclosure.earlier-minor-term' : 'disclosure.earlier-other-term')
  return { repairableFromOn: after('disclosure.earlier-minor-term'), untilOn, basis: EARLIER_BASIS }
}
