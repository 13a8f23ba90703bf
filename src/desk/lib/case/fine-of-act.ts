import { type CaseState, type FactValue, rootRun, type Violation } from '#domain/case/state.ts'
import type { FineAsked } from '#domain/discretion/fine-sheet.ts'
import type { Tier } from '#domain/discretion/tier.ts'
import { moneyFromText } from '#domain/form/money.ts'
import { pointerOf, type TypedValues } from './form-model.ts'

/** Which amount a form asks for: what is notified, or what is decided. */
export type FineFact = 'fine' | 'final-fine'

type Known = Readonly<Record<string, FactValue>>

/** What is known of the fine for an act, with what is being typed in already in its place. */
export function fineOfAct(
  state: CaseState,
  violation: Violation,
  fact: FineFact,
  { typed = {}, tiers = [] }: { readonly typed?: TypedValues; readonly tiers?: readonly Tier[] } = {},
): FineAsked {
  const known: Known = rootRun(state).facts.violation[violation.id] ?? {}
  const money = (name: string) => fenOf(typed[pointerOf(name, violation.id)], known[name])
  const text = (name: string) => String(typed[pointerOf(name, violation.id)] ?? known[name] ?? '')
  const notifiedFen = fact === 'final-fine' ? fenOf(undefined, known.fine) : undefined
  const kind = state.parties.find(({ id }) => id === violation.party)?.kind
  return {
    basisPenalty: violation.basisPenalty,
    rangeText: violation.rangeText,
    ...(violation.range && { range: violation.range }),
    subject: kind === 'organisation' ? 'organisation' : 'person',
    ...stated('fineFen', money(fact) ?? notifiedFen),
    ...stated('baseFen', money('value-base')),
    ...stated('notifiedFen', notifiedFen),
    tiers,
    tierText: text('tier'),
    mitigation: text('mitigation'),
    mitigationReason: text('mitigation-reason'),
  }
}

/** What was typed, where it is an amount; what is not yet one counts as nothing, and an emptied field too. */
function fenOf(typed: unknown, known: FactValue | undefined): number | undefined {
  if (typeof typed !== 'string') return typeof known === 'number' ? known : undefined
  const read = moneyFromText(typed)
  return read.ok ? read.fen : undefined
}

function stated<K extends string>(name: K, fen: number | undefined) {
  return (fen === undefined ? {} : { [name]: fen }) as { readonly [P in K]?: number }
}
