/** What a line of a bank's file has come to. Only the first three are money that this line brought into the ledger of a case. */
export const LINE_OUTCOMES = {
  booked: '已入账',
  part: '部分缴纳，已入账',
  over: '多缴，已入账',
  known: '先前已经登记',
  doubtful: '有疑问，待处理',
  'no-notice': '没有这份通知书，待处理',
  closed: '案件不能登记缴款，待处理',
  broken: '这一行有错，没有登记',
} as const
export type LineOutcome = keyof typeof LINE_OUTCOMES

const BOOKED: readonly LineOutcome[] = ['booked', 'part', 'over']
export const isBooked = (outcome: LineOutcome): boolean => BOOKED.includes(outcome)

type Told = { readonly is: LineOutcome; readonly amountFen: number | null }
export type OutcomeTotal = { readonly is: LineOutcome; readonly lines: number; readonly sumFen: number }

/** How many lines came to what, and how much they are together; nothing is left out, so the sums add up to the file. */
export function totalsOf(lines: readonly Told[]): OutcomeTotal[] {
  const outcomes = Object.keys(LINE_OUTCOMES) as LineOutcome[]
  return outcomes.flatMap((is) => {
    const of = lines.filter((line) => line.is === is)
    const sumFen = of.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
    return of.length === 0 ? [] : [{ is, lines: of.length, sumFen }]
  })
}
