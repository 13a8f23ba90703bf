import type { OpenCaseInput, OriginInput } from '#contract/cases.ts'
import type { ViolationSummary } from '#contract/catalogue.ts'
import type { PartyRow } from '#contract/parties.ts'
import { ITEM_KINDS, type Item, type ItemKind } from '#domain/item/item.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { kindOf } from '#domain/procedure/kind-of.ts'
import { inputOfTyped, type Section, sectionsOf, type TypedValues } from '../../../lib/case/form-model.ts'

/** A violation picked for a party; without `catalogue` it was written by hand. */
export type PickedViolation = {
  readonly party: string
  readonly cause: string
  readonly catalogue?: Pick<ViolationSummary, 'basisViolated' | 'basisPenalty' | 'rangeText'> & { readonly id?: string }
}

export type Opening = {
  readonly name: string
  readonly parties: readonly Pick<PartyRow, 'id' | 'name'>[]
  readonly violations: readonly PickedViolation[]
  readonly handlers: readonly string[]
  readonly values: TypedValues
  /** An item of the catalogue from which it was begun: it becomes the act of the first party. */
  readonly wanted?: ViolationSummary
  /** The item of the agency's list under which it is opened. */
  readonly item?: Item | undefined
}

/** Before a case is opened its violations have no ids: their facts are keyed by their place in the list. */
export function openingSections(procedure: AnyProcedure, opening: Opening, isKept = false): readonly Section[] {
  const { parties, violations, item } = opening
  const acts = violations.map(({ cause }, index) => ({ id: String(index), cause }))
  const { asks = [], item: brings } = procedure.opening ?? {}
  const isBrought = (name: string) => (item || isKept) && (name === brings?.name || name === brings?.basis)
  return sectionsOf(
    procedure,
    asks.filter((name) => !isBrought(name)),
    { parties, violations: acts },
  )
}

/** Of which kind of item a case of this procedure may be; none for what comes before any enforcement. */
export function itemKindOf(procedure: AnyProcedure): ItemKind | undefined {
  return ITEM_KINDS.find((kind) => kind === kindOf(procedure))
}

/** What is sent to open the case; a violation whose party was taken away again goes with it. */
export function openingInput(
  procedure: AnyProcedure,
  opening: Opening,
  origin?: OriginInput,
  isKept = false,
): OpenCaseInput {
  const { name, parties, violations, handlers, values, item } = opening
  return {
    procedure: procedure.code,
    name: name.trim(),
    parties: parties.map(({ id }) => id),
    violations: violations.map(({ party, cause, catalogue }) => ({
      party,
      cause,
      basisViolated: catalogue?.basisViolated ?? '',
      basisPenalty: catalogue?.basisPenalty ?? '',
      ...(catalogue?.id ? { catalogueId: catalogue.id } : {}),
    })),
    handlers: [...handlers],
    facts: inputOfTyped(openingSections(procedure, opening, isKept), values),
    ...(item && { item: item.id }),
    ...(origin && { origin: { kind: origin.kind, id: origin.id } }),
  }
}

/** A name that says who did what, as the office writes it. */
export function suggestedName(procedure: AnyProcedure, { parties, violations, item }: Opening): string {
  const [first] = parties
  if (!first) return ''
  const who = parties.length > 1 ? `${first.name}等${parties.length}个当事人` : first.name
  if (!procedure.opening?.violations)
    return `${who}${item?.name ?? procedure.title}${procedure.opening?.by === 'clerk' ? '申请' : '案'}`
  return violations[0] ? `${who}${violations[0].cause}案` : ''
}
