import { z } from 'zod'
import { LIAISON_OFFICES, REPLY_KINDS } from '#domain/transfer/reply.ts'
import { typedText } from './typed-text.ts'

const Office = z.enum(Object.keys(LIAISON_OFFICES) as [keyof typeof LIAISON_OFFICES])

/** One transfer as the offices outside see it in their list. */
export const TransferRow = z.object({
  caseId: z.string(),
  run: z.string(),
  caseName: z.string(),
  agencyName: z.string(),
  parties: z.string(),
  stageTitle: z.string(),
  isEnded: z.boolean(),
  sentOn: z.string().nullable(),
  dueTitle: z.string().nullable(),
  dueOn: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
})
export type TransferRow = z.infer<typeof TransferRow>

export const TransfersAnswer = z.object({ office: Office, rows: z.array(TransferRow), isCut: z.boolean() })
export type TransfersAnswer = z.infer<typeof TransfersAnswer>

export const TransferDetail = TransferRow.extend({
  office: Office,
  agencyPhone: z.string(),
  caseNumber: z.string().nullable(),
  facts: z.array(z.object({ title: z.string(), text: z.string() })),
  clocks: z.array(
    z.object({ title: z.string(), dueOn: z.string(), metOn: z.string().nullable(), daysLeft: z.number() }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      issuedOn: z.string(),
      isReady: z.boolean(),
    }),
  ),
  replies: z.array(
    z.object({ title: z.string(), office: z.string(), by: z.string(), at: z.string(), text: z.string() }),
  ),
  mayReply: z.array(
    z.object({
      kind: z.enum(REPLY_KINDS),
      title: z.string(),
      basis: z.string(),
      asks: z.string(),
      refusal: z.string().nullable(),
    }),
  ),
})
export type TransferDetail = z.infer<typeof TransferDetail>

export const ReplyInput = z.strictObject({
  kind: z.enum(REPLY_KINDS, { error: '请选择一种答复' }),
  text: typedText('答复的内容', { max: 2000, isLong: true }).refine((text) => text.length > 1, '请写明“答复的内容”'),
})
export type ReplyInput = z.infer<typeof ReplyInput>

export const ReplyAnswer = z.object({ id: z.string(), version: z.number().int() })
