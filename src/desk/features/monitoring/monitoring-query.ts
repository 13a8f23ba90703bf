import { infiniteQueryOptions } from '@tanstack/react-query'
import type { MonitoringAnswer } from '#contract/monitoring.ts'
import { read } from '../../lib/request.ts'

export const MONITORING_TABS = ['waiting', 'passed', 'failed'] as const
export type MonitoringTab = (typeof MONITORING_TABS)[number]

/** Records of the agency's devices by what their review has come to, the oldest first. */
export const monitoringQuery = (only: MonitoringTab) =>
  infiniteQueryOptions({
    queryKey: ['monitoring', only],
    queryFn: ({ pageParam, signal }) =>
      read<MonitoringAnswer>(`/api/monitoring?only=${only}${pageParam ? `&after=${pageParam}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })
