import { canonicalJson } from '#domain/record-log/canonical-json.ts'

/** That a witness knows another history than the one it was shown. */
export type RefusalContent = {
  readonly refusal: string
  readonly refusedEpoch: number
  readonly refusedSize: number
  readonly refusedBy: string
  /** Four bytes, in hexadecimal. */
  readonly refusedKey: string
  readonly refusedStatus: number
  readonly refusedKnown: number
  readonly refusedAt: string
}

/** The text whose salted digest is the leaf (RFC 8785). */
export function refusalContent(content: RefusalContent): string {
  const { refusal, refusedEpoch, refusedSize, refusedBy, refusedKey, refusedStatus, refusedKnown, refusedAt } = content
  return canonicalJson({
    refusal,
    refusedEpoch,
    refusedSize,
    refusedBy,
    refusedKey,
    refusedStatus,
    refusedKnown,
    refusedAt,
  })
}

export const refusalSubject = (refusal: string): string => `refusal:${refusal}`

/** The columns of `RefusalContent`, of `app.log_refusals x`. */
export const REFUSAL_PARTS = `x.id AS refusal, x.epoch AS "refusedEpoch", x.size AS "refusedSize", x.witness AS "refusedBy",
  encode(x.key_id, 'hex') AS "refusedKey", x.status AS "refusedStatus", x.known_size AS "refusedKnown", x.refused_at AS "refusedAt"`
