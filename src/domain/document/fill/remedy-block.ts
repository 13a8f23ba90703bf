import { type Remedy, type RemedyRoute, remedyOf } from '../remedy.ts'
import type { Filling } from './filling.ts'

const BLANK = '＿＿＿＿＿＿'

/** The remedy clause with the agency's own reviewing body and court. */
export function remedyBlock(
  { agency }: Filling,
  act: string,
  route: RemedyRoute = 'choice',
): { readonly remedy: Remedy } {
  const standing = { kind: 'department', government: agency.reviewBody || BLANK } as const
  return { remedy: remedyOf({ route, standing, court: agency.court || BLANK, act }) }
}
