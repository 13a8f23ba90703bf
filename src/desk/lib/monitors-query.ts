import { queryOptions } from '@tanstack/react-query'
import type { Device } from '#contract/devices.ts'
import { read } from './request.ts'

/** Monitoring devices of the agency, those in use first. */
export const monitorsQuery = queryOptions({
  queryKey: ['monitors'],
  queryFn: async ({ signal }) => {
    const { devices } = await read<{ devices: Device[] }>('/api/devices', signal)
    return devices.filter(({ kind }) => kind === 'monitor')
  },
  staleTime: 60_000,
})
