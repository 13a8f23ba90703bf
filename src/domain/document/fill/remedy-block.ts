import { findDocumentKind } from '../registry.ts'
import { type Remedy, type RemedyRoute, remedyOf } from '../remedy.ts'
import type { Filling } from './filling.ts'

const BLANK = '＿＿＿＿＿＿'

/** The remedy clause with the agency's own reviewing body and court; the term counts from the paper on which it stands. */
export function remedyBlock(
  { agency, document }: Filling,
  act: string,
  route: RemedyRoute = 'choice',
): { readonly remedy: Remedy } {
  const standing = { kind: 'department', government: agency.reviewBody || BLANK } as const
  const title = findDocumentKind(document.code, document.issuedOn)?.title ?? ''
  const [called = '决定书'] = /(?:决定|通知|告知)书$/u.exec(title) ?? []
  return { remedy: remedyOf({ route, standing, court: agency.court || BLANK, act, paper: `本${called}` }) }
}
