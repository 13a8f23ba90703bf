import { portionOf } from '../custody/rows.ts'
import type { Portion, PortionRow } from '../custody/thing.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import type { Facts, FactValue } from './state.ts'

/** So much of some things, and of which party where it was drafted for each. */
export type ToldPortions = { readonly party?: string; readonly portions: readonly Portion[] }

type Told = { readonly typed: Facts; readonly known: Facts; readonly parties: readonly string[] }

/** The portions that an action speaks of: those typed in with it, or those that the draft names for the parties whom it concerns. */
export function portionsTold(
  { facts }: Pick<AnyProcedure, 'facts'>,
  name: string | undefined,
  { typed, known, parties }: Told,
): readonly ToldPortions[] {
  if (name === undefined) return []
  if (!facts[name]?.drafted) return told(rowsIn(typed.case[name]))
  return parties.flatMap((party) => told(rowsIn(known.party[party]?.[name]), party))
}

function told(rows: readonly PortionRow[], party?: string): readonly ToldPortions[] {
  if (rows.length === 0) return []
  return [{ portions: rows.map(portionOf), ...(party === undefined ? {} : { party }) }]
}

function rowsIn(value: FactValue | undefined): readonly PortionRow[] {
  return Array.isArray(value) ? (value as unknown as readonly PortionRow[]) : []
}
