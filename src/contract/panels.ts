import { z } from 'zod'

/** A draft that the heads discuss together. `recordings`: how many of the case can be watched beside it. */
export const PanelRow = z.object({
  caseId: z.string(),
  run: z.string(),
  caseName: z.string(),
  number: z.string().nullable(),
  unitName: z.string(),
  handlers: z.string(),
  openedOn: z.string(),
  recordings: z.number().int(),
})
export type PanelRow = z.infer<typeof PanelRow>
export const PanelsAnswer = z.object({ rows: z.array(PanelRow) })
export type PanelsAnswer = z.infer<typeof PanelsAnswer>
