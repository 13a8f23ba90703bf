import { tokensFor } from '../case/projection.ts'
import type { Role } from './permissions.ts'

export type CaseReader = {
  readonly id: string
  readonly posts: readonly { readonly role: Role; readonly unit: string }[]
}
/** `tookPart`: they handle or handled it, or the record names them; `waitsFor`: the tokens of those whom it waits for. */
export type ReadCase = { readonly unit: string; readonly tookPart: boolean; readonly waitsFor: readonly string[] }

export type ReadingGround = 'part' | 'unit' | 'office' | 'waiting'

/** Offices that work for every unit of the agency. */
const WHOLE_AGENCY: ReadonlySet<Role> = new Set(['agency-head', 'panel', 'reviewer', 'host', 'clerk', 'archivist'])

/** Whether any office of somebody is for every unit of the agency. */
export const worksForWholeAgency = ({ posts }: Pick<CaseReader, 'posts'>): boolean =>
  posts.some((post) => WHOLE_AGENCY.has(post.role))

/**
 * Why somebody of the agency may read a case without asking: they took part, it is of their unit, their office is for the whole
 * agency, or it waits for them. Undefined for the others: what is learnt of secrets and private life is for those whom the duty
 * needs (行政处罚法第五十条、个人信息保护法第三十四条).
 */
export function readingGround(reader: CaseReader, { unit, tookPart, waitsFor }: ReadCase): ReadingGround | undefined {
  if (tookPart) return 'part'
  if (reader.posts.some((post) => post.unit === unit)) return 'unit'
  if (worksForWholeAgency(reader)) return 'office'
  return tokensFor(reader).some((token) => waitsFor.includes(token)) ? 'waiting' : undefined
}
