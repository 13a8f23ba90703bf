import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CandidatesAnswer, PaymentReport, PaymentsAnswer } from '#contract/payments.ts'
import { read } from '../../lib/request.ts'

export const PAYMENT_TABS = ['waiting', 'booked', 'aside', 'files'] as const
export type PaymentTab = (typeof PAYMENT_TABS)[number]

/** What the bank has told of, by what has become of it; the newest first. */
export const paymentsQuery = (tab: PaymentTab) =>
  infiniteQueryOptions({
    queryKey: ['payments', tab],
    queryFn: ({ pageParam, signal }) =>
      read<PaymentsAnswer>(`/api/payments?tab=${tab}${pageParam ? `&after=${pageParam}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['payment-report', id],
    queryFn: ({ signal }) => read<PaymentReport>(`/api/payment-files/${id}`, signal),
  })

export const lookUp = (q: string): Promise<CandidatesAnswer> =>
  read<CandidatesAnswer>(`/api/payments/candidates?q=${encodeURIComponent(q)}`)
