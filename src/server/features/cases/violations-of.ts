import type { z } from 'zod'
import type { ViolationInput } from '#contract/cases.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Violation } from '#domain/case/state.ts'
import type { Tx } from '#server/db/database.ts'
import { getViolation } from '#server/features/catalogue/index.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import { newId } from '#server/ids.ts'

type Input = z.infer<typeof ViolationInput>

/** Each violation with the clause of the catalogue as it stands today; a case keeps what it was opened with. */
export async function violationsOf(tx: Tx, inputs: readonly Input[], today: PlainDate): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const input of inputs) violations.push(await violationOf(tx, input, today))
  return violations
}

async function violationOf(tx: Tx, input: Input, today: PlainDate): Promise<Violation> {
  const { party, cause, catalogueId, basisViolated, basisPenalty } = input
  const own = { id: newId(), party, cause, basisViolated, basisPenalty, rangeText: '' }
  if (catalogueId === undefined) return own
  const found = await getViolation(tx, catalogueId, today)
  if (!found) throw new RefusedError(refused('invalid-input', `清单里没有“${cause}”，请重新选择`))
  return {
    ...own,
    catalogueId,
    basisViolated: basisViolated || found.basisViolated,
    basisPenalty: basisPenalty || found.basisPenalty,
    rangeText: found.rangeText,
    ...(found.range ? { range: found.range } : {}),
  }
}
