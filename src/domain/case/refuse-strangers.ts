import type { AnyProcedure } from '../procedure/definition.ts'
import type { Environment } from './environment.ts'
import type { Refusal } from './refusal.ts'
import type { Facts, FactValues } from './state.ts'

/** Whoever is named in what was typed in is somebody of this agency today; the record names nobody who is not there. */
export function refuseStrangers(env: Environment, procedure: AnyProcedure, facts: Facts): readonly Refusal[] {
  const owned = [...Object.entries(facts.party), ...Object.entries(facts.violation)]
  return [
    ...refuseAmong(env, procedure, facts.case, ''),
    ...owned.flatMap(([id, values]) => refuseAmong(env, procedure, values, `@${id}`)),
  ]
}

function refuseAmong(env: Environment, { facts }: AnyProcedure, values: FactValues, of: string): readonly Refusal[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const fact = facts[name]
    const people = fact?.kind === 'people' && Array.isArray(value) ? (value as readonly string[]) : []
    if (people.every((id) => isOurs(env, id))) return []
    const sentence = `“${fact?.title}”应从本机关现有人员中选择，请重新选择`
    return [{ gate: 'input', basis: '', sentence, field: `${name}${of}` }]
  })
}

export function isOurs(env: Environment, id: string): boolean {
  return env.person(id)?.agency === env.agency.id
}
