import { reviewRouteOf } from '../../case/review-route.ts'
import { findDocumentKind } from '../registry.ts'
import { type Remedy, remedyOf } from '../remedy.ts'
import type { Filling } from './filling.ts'

const BLANK = '＿＿＿＿＿＿'

/**
 * The remedy clause with the reviewing body and court that the agency answers to, and with review first where its procedure or the
 * item wants that; the term counts from the paper on which it stands.
 */
export function remedyBlock(filling: Filling, act: string): { readonly remedy: Remedy } {
  const { agency, document, run } = filling
  const reviewBody = agency.reviewBody || BLANK
  const standing = agency.standing ?? { kind: 'department', government: reviewBody }
  const title = findDocumentKind(document.code, document.issuedOn)?.title ?? ''
  const [called = '决定书'] = /(?:决定|通知|告知)书$/u.exec(title) ?? []
  const route = reviewRouteOf(filling, run)
  const paper = `本${called}`
  return { remedy: remedyOf({ route, standing, reviewBody, court: agency.court || BLANK, act, paper }) }
}
