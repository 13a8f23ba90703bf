import type { AnyProcedure } from './definition.ts'

/** The procedures that run here, by code and version. */
export type Procedures = ReadonlyMap<string, AnyProcedure>

/** Collects definitions; throws when a code and version stand twice. */
export function proceduresOf(definitions: readonly AnyProcedure[]): Procedures {
  const map = new Map<string, AnyProcedure>()
  for (const definition of definitions) {
    const key = keyOf(definition.code, definition.version)
    if (map.has(key)) throw new Error(`procedure ${key} stands twice`)
    map.set(key, definition)
  }
  return map
}

/** The definition that a case or child is pinned to; throws when this program does not know it. */
export function getProcedure(procedures: Procedures, code: string, version: string): AnyProcedure {
  const found = procedures.get(keyOf(code, version))
  if (!found) throw new Error(`procedure ${keyOf(code, version)} is not known`)
  return found
}

/** The version in force on a day: the newest that is valid from then or before. */
export function currentProcedure(procedures: Procedures, code: string, on: string): AnyProcedure | undefined {
  const versions = [...procedures.values()].filter((item) => item.code === code && item.validFrom <= on)
  return versions.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]
}

function keyOf(code: string, version: string): string {
  return `${code}@${version}`
}
