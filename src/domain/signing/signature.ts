import type { PlainDate } from '../calendar/plain-date.ts'

/** In what quality somebody signs. */
export const SIGNER_ROLES = ['party', 'officer', 'witness'] as const
export type SignerRole = (typeof SIGNER_ROLES)[number]

/** What a person is to the party for whom they sign (民事诉讼法第八十八条). */
export const CAPACITIES = [
  '本人',
  '法定代表人（负责人）',
  '委托代理人',
  '同住成年家属',
  '负责收件的人',
  '其他人员',
] as const
export type Capacity = (typeof CAPACITIES)[number]

/** By hand on the screen, or by typing the name before the officer's eyes. */
export const SIGNING_WAYS = ['drawn', 'typed'] as const
export type SigningWay = (typeof SIGNING_WAYS)[number]

/** How somebody signed, in words; whoever typed a name is vouched for by the officer, and an officer by the password. */
export function wayOf({ as, how }: { readonly as: SignerRole; readonly how: SigningWay }): string {
  if (how === 'drawn') return '屏幕手写'
  return as === 'officer' ? '键盘输入姓名，以密码确认' : '键盘输入姓名，执法人员在场核对'
}

/** Who signs or refuses: somebody of the party, an officer by their own session, a witness. */
export type Signer = {
  readonly as: SignerRole
  readonly name: string
  /** The officer. */
  readonly person?: string
  readonly party?: string
  readonly capacity?: Capacity
}

/** A signature under one paper, for one digest; the strokes are kept apart under the same id. */
export type DocumentSignature = Signer & {
  readonly id: string
  readonly document: string
  readonly sha256: string
  readonly how: SigningWay
  /** SHA-256 of the strokes as canonical JSON. */
  readonly strokes?: string
}

/** That somebody refused, why, and by what it is proved. */
export type SignatureRefusal = Signer & {
  readonly id: string
  readonly document: string
  readonly sha256: string
  readonly reason: string
  readonly witness?: { readonly name: string; readonly strokes?: string }
  readonly recording?: string
}

export type Signed = DocumentSignature & { readonly at: string; readonly on: PlainDate; readonly by: string }
export type Refused = SignatureRefusal & { readonly at: string; readonly on: PlainDate; readonly by: string }
