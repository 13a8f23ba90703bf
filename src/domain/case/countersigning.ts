import type { PlainDate } from '../calendar/plain-date.ts'
import type { Role } from '../procedure/definition.ts'

/** Somebody who was asked to be heard before a proposal is agreed to; name and unit as on the day on which they were asked. */
export type Countersigning = {
  readonly of: string
  readonly name: string
  readonly role: Role
  readonly unitName?: string
  /** What they are to look at, where it was said. */
  readonly question?: string
  readonly by: string
  readonly on: PlainDate
  readonly said?: { readonly agrees: boolean; readonly opinion: string; readonly on: PlainDate }
  readonly released?: { readonly by: string; readonly reason: string; readonly on: PlainDate }
}

type Heard = { readonly countersigning?: readonly Countersigning[] }

/** Those who were asked and have neither answered nor been released. */
export function outstandingOf({ countersigning = [] }: Heard): readonly Countersigning[] {
  return countersigning.filter(({ said, released }) => !said && !released)
}

/** For which unit, and who: 网络监管科负责人郑三. */
export function countersignerTitle({
  name,
  role,
  unitName = '',
}: Pick<Countersigning, 'name' | 'role' | 'unitName'>): string {
  return role === 'agency-head' ? `机关负责人${name}` : `${unitName || '机构'}负责人${name}`
}

export const verdictOf = (agrees: boolean): string => (agrees ? '同意' : '有不同意见')
