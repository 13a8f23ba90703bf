import { queryOptions } from '@tanstack/react-query'
import type { TransferDetail, TransfersAnswer } from '#contract/transfers.ts'
import { read } from '../../lib/request.ts'

export const transfersQuery = queryOptions({
  queryKey: ['transfers'],
  queryFn: ({ signal }) => read<TransfersAnswer>('/api/transfers', signal),
  refetchInterval: 60_000,
})

export const transferPath = (caseId: string, run: string): string => `/api/transfers/${caseId}/${run}`

export const transferQuery = (caseId: string, run: string) =>
  queryOptions({
    queryKey: ['transfers', caseId, run],
    queryFn: ({ signal }) => read<TransferDetail>(transferPath(caseId, run), signal),
  })
