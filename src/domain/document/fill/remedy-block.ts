import type { Remedy } from '../remedy.ts'
import { remedyOf } from '../remedy.ts'
import type { Filling } from './filling.ts'

const BLANK = '＿＿＿＿＿＿'

/** The remedy clause with the agency's own reviewing body and court. */
export function remedyBlock({ agency }: Filling, act: string): { readonly remedy: Remedy } {
  const standing = { kind: 'department', government: agency.reviewBody || BLANK } as const
  return { remedy: remedyOf({ route: 'choice', standing, court: agency.court || BLANK, act }) }
}
