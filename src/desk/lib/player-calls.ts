import { queryOptions } from '@tanstack/react-query'
import type { DerivativesAnswer } from '#contract/derivatives.ts'
import type { MarksAnswer } from '#contract/marks.ts'
import type { TrailAnswer, ViewingAnswer } from '#contract/viewings.ts'
import { read, send } from './request.ts'

const of = (id: string) => `/api/recordings/${encodeURIComponent(id)}`

/** Begins one viewing for as long as the player is open; it is a record of its own, so that nothing begins a second one by itself. */
export const viewingQuery = (id: string) =>
  queryOptions({
    queryKey: ['viewing', id],
    queryFn: () => send<ViewingAnswer>('POST', `${of(id)}/viewings`, {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })

/** A download: a viewing with a purpose of its own, whose copy is asked after until it is made. */
export const copyQuery = (viewing: string | undefined) =>
  queryOptions({
    queryKey: ['copy', viewing],
    queryFn: ({ signal }) => read<ViewingAnswer>(`/api/viewings/${viewing}`, signal),
    enabled: viewing !== undefined,
    refetchInterval: ({ state }) => (state.data?.copy?.state === 'waiting' ? 1500 : false),
  })

export const beginDownload = (id: string, derivative?: string) =>
  send<ViewingAnswer>('POST', `${of(id)}/viewings`, {
    purpose: 'download',
    ...(derivative === undefined ? {} : { derivative }),
  })

export const marksQuery = (id: string) =>
  queryOptions({
    queryKey: ['marks', id],
    queryFn: ({ signal }) => read<MarksAnswer>(`${of(id)}/marks`, signal),
  })

/** Looked at again while something is still being made. */
export const derivativesQuery = (id: string) =>
  queryOptions({
    queryKey: ['derivatives', id],
    queryFn: ({ signal }) => read<DerivativesAnswer>(`${of(id)}/derivatives`, signal),
    refetchInterval: ({ state }) => (state.data?.derivatives.some((one) => one.state === 'waiting') ? 1500 : false),
  })

export const trailQuery = (id: string) =>
  queryOptions({
    queryKey: ['recording-trail', id],
    queryFn: ({ signal }) => read<TrailAnswer>(`${of(id)}/trail`, signal),
    staleTime: 0,
  })

export const waveformQuery = (viewing: string, isThere: boolean) =>
  queryOptions({
    queryKey: ['waveform', viewing],
    queryFn: ({ signal }) => read<readonly number[]>(`/api/viewings/${viewing}/waveform`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isThere,
  })
