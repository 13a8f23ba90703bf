import type { Environment } from '../case/environment.ts'
import type { Refusal } from '../case/refusal.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import type { AnyProcedure, Basis } from '../procedure/definition.ts'
import { kindOf } from '../procedure/kind-of.ts'
import type { AgencyCatalogue, ItemKind } from './item.ts'
import { powersOf, publicityOf } from './item-basis.ts'
import { refuseListed } from './refuse-listed.ts'

type Named = NonNullable<AgencyCatalogue['item']>

/** Why a case of this procedure may not begin under the item that was named, or under none. */
export function refuseItem(env: Environment, procedure: AnyProcedure): readonly Refusal[] {
  const item = env.catalogue?.item
  return item ? refuseNamed(env, procedure, item) : refuseTyped(env, procedure)
}

function refuseNamed({ agency, today }: Environment, procedure: AnyProcedure, item: Named): readonly Refusal[] {
  const { name, kind } = item
  if (kind !== kindOf(procedure))
    return refusal('item-kind', procedure.basis, `“${name}”是${kind}事项，不能用“${procedure.title}”办理，请换一个程序`)
  if (item.agency !== agency.id)
    return refusal(
      'item-agency',
      powersOf(kind),
      `“${name}”是其他机关的事项，${agency.name}不能办理，应当移送有权的机关`,
    )
  if (item.standing !== null && item.standing !== item.id)
    return refusal('item-version', publicityOf(kind), `“${name}”在清单里已经有了新的一版，请重新选择`)
  const sentence = refuseListed(item, today)
  return sentence === undefined ? [] : refusal('item-listed', publicityOf(kind), sentence)
}

/** Name and basis are typed only by an agency that has no list of this kind yet, and where its place allows that. */
function refuseTyped(env: Environment, procedure: AnyProcedure): readonly Refusal[] {
  if (!procedure.opening?.item) return []
  const kind = kindOf(procedure) as ItemKind
  if (env.catalogue?.isKept)
    return refusal('item-chosen', publicityOf(kind), `本机关有${kind}事项的清单，请从清单里选择，不能自行填写`)
  return parameterValueOf(env.parameters, 'items.typed-without-list', env.today)
    ? []
    : refusal('item-chosen', publicityOf(kind), `本机关还没有${kind}事项的清单，请先导入清单再办理`)
}

function refusal(gate: string, basis: Basis, sentence: string): readonly Refusal[] {
  return [{ gate, basis, sentence, field: 'catalogue-item' }]
}
