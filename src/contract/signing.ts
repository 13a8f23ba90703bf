import { z } from 'zod'
import { CAPACITIES, SIGNER_ROLES, SIGNING_WAYS } from '#domain/signing/signature.ts'
import { typedText } from './typed-text.ts'

const Id = z.uuid().toLowerCase()
const Digest = z.string().regex(/^[0-9a-f]{64}$/, '文书的摘要不完整，请重新打开文书')
const Strokes = z
  .array(z.strictObject({ d: z.string().max(40_000), ms: z.array(z.number().int().min(0).max(3_600_000)).max(4000) }))
  .max(80, '签名的笔画太多，请清除后重新签名')

const signer = {
  sha256: Digest,
  as: z.enum(SIGNER_ROLES, '请选择以什么身份签名'),
  name: typedText('姓名', { max: 40 }).optional(),
  party: Id.optional(),
  capacity: z.enum(CAPACITIES, '请选择签名人的身份').optional(),
}

export const SignatureInput = z.strictObject({
  ...signer,
  how: z.enum(SIGNING_WAYS).default('drawn'),
  strokes: Strokes.default([]),
  /** An officer signs with their own password: the device may be in other hands. */
  password: z.string().min(1).max(256).optional(),
})
export type SignatureInput = z.input<typeof SignatureInput>

export const RefusalInput = z.strictObject({
  ...signer,
  reason: typedText('拒绝签名的理由', { max: 500 }).default(''),
  witness: z
    .strictObject({ name: typedText('见证人', { max: 40 }).default(''), strokes: Strokes.default([]) })
    .optional(),
  recording: Id.optional(),
})
export type RefusalInput = z.input<typeof RefusalInput>

/** One signature as the desk shows it. */
const Given = z.object({
  id: z.string(),
  as: z.enum(SIGNER_ROLES),
  name: z.string(),
  called: z.string(),
  at: z.string(),
  how: z.enum(SIGNING_WAYS).nullable(),
  /** The strokes as one SVG path; null where nothing was drawn. */
  path: z.string().nullable(),
  /** Of a refusal: why, and by what it is proved. */
  refusal: z.object({ reason: z.string(), proof: z.string() }).nullable(),
})
export type GivenSignature = z.infer<typeof Given>

/** All that the signing page of a paper needs. */
export const SigningAnswer = z.object({
  /** The If-Match of the next signature. */
  version: z.number().int(),
  caseName: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  voided: z.string().nullable(),
  /** Digest and pages of the file; null while it is being typeset. */
  file: z.object({ sha256: z.string(), pages: z.number().int() }).nullable(),
  wants: z.object({
    party: z.string().nullable(),
    officers: z.object({ called: z.string(), count: z.number().int() }).nullable(),
    witness: z.string().nullable(),
    basis: z.string(),
  }),
  parties: z.array(z.object({ id: z.string(), name: z.string(), signer: z.string() })),
  /** Whom the paper names as the one who was heard, received or was there. */
  named: z.string().nullable(),
  given: z.array(Given),
  wanting: z.array(z.string()),
  /** Recordings of the case that may prove a refusal. */
  recordings: z.array(z.object({ id: z.string(), title: z.string() })),
  /** The newest signed copy; null until it is drawn. */
  copy: z.object({ sha256: z.string(), pages: z.number().int(), signatures: z.number().int() }).nullable(),
})
export type SigningAnswer = z.infer<typeof SigningAnswer>
