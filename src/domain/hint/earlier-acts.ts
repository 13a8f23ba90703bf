import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseState, FactValues, Violation } from '../case/state.ts'

/** An act of a party that was decided upon before; of another agency's case no more is known than is public. */
export type EarlierAct = {
  readonly party: string
  readonly cause: string
  readonly catalogueId?: string
  readonly endedOn?: PlainDate
  readonly decidedOn: PlainDate
  /** A fine, another penalty, or none because it was the first time. */
  readonly result: 'fined' | 'penalised' | 'spared-first'
  readonly fineFen?: number
  readonly caseName: string
  readonly number: string | null
  readonly agency: string
  /** Only where the viewer's own agency decided. */
  readonly caseId?: string
}

/** As much of a case as says what was decided. */
export type DecidedCase = {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly violations: readonly Violation[]
  readonly documents: CaseState['documents']
  readonly results: Readonly<Record<string, string>> | null
  readonly result: string | null
  /** Facts of each act. */
  readonly acts: Readonly<Record<string, FactValues>> | null
}

const DECISIONS = ['penalty-decision', 'summary-decision']

/** What a case has decided about acts; a decision that was voided is none. */
export function earlierActsOf(decided: DecidedCase, agency: string): readonly EarlierAct[] {
  return decided.violations.flatMap((violation) => {
    const how = decisionOn(decided, violation)
    return how
      ? [{ ...actOf(decided, violation), ...how, ...fineIn(decided, violation, how.result), ...named(decided, agency) }]
      : []
  })
}

function named({ id, name, number }: DecidedCase, agency: string) {
  return { caseName: name, number, agency, caseId: id }
}

function actOf({ acts }: DecidedCase, { id, party, cause, catalogueId }: Violation): Act {
  const endedOn = acts?.[id]?.['act-ended-on']
  return {
    party,
    cause,
    ...(catalogueId && { catalogueId }),
    ...(typeof endedOn === 'string' && { endedOn: endedOn as PlainDate }),
  }
}

type How = Pick<EarlierAct, 'decidedOn' | 'result'>

function decisionOn(decided: DecidedCase, { id, party: of }: Violation): How | undefined {
  const isSpared = (decided.results ? decided.results[of] : decided.result) === 'no-penalty-first'
  const codes = isSpared ? ['no-penalty-decision'] : DECISIONS
  const paper = decided.documents.findLast(
    ({ code, party, voided }) => codes.includes(code) && !voided && (party === undefined || party === of),
  )
  if (!paper) return undefined
  const imposed = fineOf(decided, id) > 0 ? 'fined' : 'penalised'
  return { decidedOn: paper.issuedOn, result: isSpared ? 'spared-first' : imposed }
}

function fineIn(decided: DecidedCase, { id }: Violation, result: EarlierAct['result']) {
  return result === 'fined' ? { fineFen: fineOf(decided, id) } : {}
}

function fineOf({ acts }: DecidedCase, violation: string): number {
  const { fine, 'final-fine': final = fine } = acts?.[violation] ?? {}
  return typeof final === 'number' ? final : 0
}

export type Act = Pick<EarlierAct, 'party' | 'cause' | 'catalogueId' | 'endedOn'>

/** The same kind of act of the same party: by the item of the catalogue where both were picked from it, else by its name. */
export function isSameMatter(act: Act, earlier: Act): boolean {
  if (act.party !== earlier.party) return false
  if (act.catalogueId !== undefined && earlier.catalogueId !== undefined) return act.catalogueId === earlier.catalogueId
  return act.cause.trim() === earlier.cause.trim()
}
