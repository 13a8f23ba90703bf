import type { PlainDate } from '../calendar/plain-date.ts'
import { checkUscc } from '../party/uscc.ts'
import { ENTRUSTMENT_BASIS } from './entrustment.ts'

export type EntrustmentDraft = {
  readonly uscc: string
  readonly items: readonly string[]
  readonly signedOn: PlainDate
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
}
/** The agency that entrusts, and what its 权责清单 says of the items that are named. */
export type Entrusting = {
  readonly uscc: string
  readonly nature: 'statutory' | 'authorised' | 'entrusted'
  readonly qualifiedUntilOn: PlainDate | null
  readonly today: PlainDate
  readonly keepsList: boolean
  readonly listed: readonly { readonly name: string; readonly kind: string; readonly isPublished: boolean }[]
}
export type Wrong = { readonly field: string; readonly sentence: string; readonly basis: string }

/** Kinds of which an entrusted organisation may act: penalties, and the inspections that come before them. */
export const ENTRUSTABLE = ['行政处罚', '行政检查']
/** Words that name a coercive measure where there is no list to say so (行政强制法第九条). */
const COERCIVE = /查封|扣押|冻结|限制(?:公民)?人身自由|强制措施/

/** Every reason why an entrustment cannot be written so; the articles are those of the 行政处罚法 and the 行政强制法. */
export function refuseEntrustment(draft: EntrustmentDraft, by: Entrusting): readonly Wrong[] {
  return [...refuseAgency(by), ...refuseOrganisation(draft, by), ...refuseDays(draft, by), ...refuseItems(draft, by)]
}

function refuseAgency({ nature, qualifiedUntilOn, today }: Entrusting): readonly Wrong[] {
  if (nature === 'entrusted')
    return [wrong('organisation', '本机关自己是受委托的组织，不得再委托', ENTRUSTMENT_BASIS.inName)]
  if (qualifiedUntilOn !== null && qualifiedUntilOn < today)
    return [
      wrong('organisation', `本机关的执法主体资格已于 ${qualifiedUntilOn} 终止，不能委托`, ENTRUSTMENT_BASIS.written),
    ]
  return []
}

function refuseOrganisation({ uscc }: EntrustmentDraft, by: Entrusting): readonly Wrong[] {
  const code = checkUscc(uscc)
  if (!code.valid) return [wrong('uscc', code.reason, ENTRUSTMENT_BASIS.organisation)]
  return code.code === by.uscc
    ? [wrong('uscc', '这是本机关自己的代码，请填受委托组织的', ENTRUSTMENT_BASIS.organisation)]
    : []
}

function refuseDays({ signedOn, fromOn, untilOn }: EntrustmentDraft, { today }: Entrusting): readonly Wrong[] {
  const { written, published } = ENTRUSTMENT_BASIS
  return [
    ...(signedOn > today ? [wrong('signedOn', `签订日期不能晚于今天（${today}）`, written)] : []),
    ...(fromOn < signedOn ? [wrong('fromOn', `期限不能早于签订的那天（${signedOn}）：委托应当是书面的`, written)] : []),
    ...(untilOn < fromOn ? [wrong('untilOn', `期限的最后一天不能早于第一天（${fromOn}）`, published)] : []),
  ]
}

function refuseItems({ items }: EntrustmentDraft, by: Entrusting): readonly Wrong[] {
  if (new Set(items).size < items.length)
    return [wrong('items', '同一个事项写了两次，请去掉一个', ENTRUSTMENT_BASIS.published)]
  return items.flatMap((item) => refuseItem(item, by) ?? []).slice(0, MOST_SAID)
}

const MOST_SAID = 5

function refuseItem(name: string, { keepsList, listed }: Entrusting): Wrong | undefined {
  const found = listed.filter((item) => item.name === name)
  if (COERCIVE.test(name) || found.some(({ kind }) => kind === '行政强制'))
    return wrong('items', `“${name}”是行政强制，行政强制措施权不得委托`, ENTRUSTMENT_BASIS.coercion)
  if (!keepsList) return undefined
  if (found.length === 0)
    return wrong('items', `本机关的权责清单里没有“${name}”，委托不能超出法定权限`, ENTRUSTMENT_BASIS.written)
  const fitting = found.filter(({ kind }) => ENTRUSTABLE.includes(kind))
  if (fitting.length === 0)
    return wrong(
      'items',
      `“${name}”是${found[0]?.kind}，这里委托的是行政处罚和有关的行政检查`,
      ENTRUSTMENT_BASIS.written,
    )
  return fitting.some(({ isPublished }) => isPublished)
    ? undefined
    : wrong('items', `“${name}”还没有公布，公布以后才能委托`, ENTRUSTMENT_BASIS.written)
}

const wrong = (field: string, sentence: string, basis: string): Wrong => ({ field, sentence, basis })
