/** Why somebody's work is handed over, as it stands in the record. */
export const SUCCESSION_GROUNDS = {
  transfer: '调岗',
  retirement: '退休',
  resignation: '离职',
  leave: '请假',
  secondment: '借调、培训',
  other: '其他',
} as const
export type SuccessionGround = keyof typeof SUCCESSION_GROUNDS
