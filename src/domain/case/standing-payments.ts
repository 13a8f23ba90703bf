import type { CaseState, Payment, Taken } from './state.ts'

type Ledger = Pick<CaseState, 'payments'>

/** What was paid: without bookings that were taken back, and without the entries that took them back. */
export function standingPayments({ payments = [] }: Ledger): readonly Payment[] {
  const reversed = new Set(payments.flatMap(({ reverses }) => reverses ?? []))
  return payments.filter(({ id, reverses }) => reverses === undefined && !reversed.has(id))
}

export function findPayment({ payments = [] }: Ledger, id: unknown): Payment | undefined {
  return payments.find((item) => item.id === id)
}

/** The entry that takes this one back. */
export function reversalOf({ payments = [] }: Ledger, id: string): Payment | undefined {
  return payments.find(({ reverses }) => reverses === id)
}

/** The act by which people made this entry; none for what the bank told, which no act of the case has made. */
export function takenWith({ runs }: Pick<CaseState, 'runs'>, { from, seq }: Payment): Taken | undefined {
  if (from === 'bank') return undefined
  const before = runs.flatMap(({ taken }) => taken).filter((item) => item.seq < seq)
  return before.reduce<Taken | undefined>((last, item) => (last && last.seq > item.seq ? last : item), undefined)
}
