/** Whose time a clock may be that is not the office's own. */
export const WHOSE = {
  party: '当事人',
  'review-body': '行政复议机关',
  court: '人民法院',
  police: '公安机关',
} as const
/** Bodies that owe the office an answer within a term of their own. */
export type AnsweringBody = Exclude<keyof typeof WHOSE, 'party'>

/** Whether a term is that of a body which answers, and not the party's or the office's own. */
export function owesAnswer(binds: keyof typeof WHOSE | undefined): boolean {
  return binds !== undefined && binds !== 'party'
}
