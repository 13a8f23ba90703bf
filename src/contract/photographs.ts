import { z } from 'zod'
import { Derivative, DeriveInput } from './derivatives.ts'

/** How a photograph is covered: boxes only, since a picture has neither time nor sound. */
export const CoverInput = DeriveInput
export type CoverInput = z.infer<typeof CoverInput>

/** A photograph among the evidence of a case, with the picture on which boxes are drawn and what was covered so far. */
export const Photograph = z.object({
  /** Of the evidence and of its upload. */
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  preview: z.object({
    state: z.enum(['none', 'waiting', 'ready', 'failed', 'skipped']),
    sentence: z.string().nullable(),
  }),
  derivatives: z.array(Derivative),
})
export type Photograph = z.infer<typeof Photograph>
export const PhotographsAnswer = z.object({
  photographs: z.array(Photograph),
  /** Whether the caller may cover them. */
  mayCover: z.boolean(),
})
export type PhotographsAnswer = z.infer<typeof PhotographsAnswer>
