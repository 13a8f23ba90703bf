import { type Matter, refuseStaff } from '../agency/entrusted-staff.ts'
import type { Environment } from './environment.ts'
import { isOurs } from './refuse-strangers.ts'

/** Why these handlers begin no such case: one belongs to an organisation whose letter is over, or does not go so far (行政处罚法第二十条). */
export function refuseEntrusted(env: Environment, matter: Matter, handlers: readonly string[]): string | undefined {
  const [sentence] = handlers.flatMap((id) => {
    const person = isOurs(env, id) ? env.person(id) : undefined
    const outside = person && refuseStaff(person, env.today, matter)
    return outside === undefined ? [] : [`今天${person?.name}${outside}，不能立案；请换承办人员，或者先登记新的委托书`]
  })
  return sentence
}
