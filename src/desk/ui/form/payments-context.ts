import { createContext } from 'react'
import type { CaseState, Payment } from '#domain/case/state.ts'

/** Entries of the account of the case that a form stands in, as far as they may be chosen; and whose they are. */
export type Account = { readonly entries: readonly Payment[]; readonly parties: CaseState['parties'] }
export const PaymentsContext = createContext<Account>({ entries: [], parties: [] })
