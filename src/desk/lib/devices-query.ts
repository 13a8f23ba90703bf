import { queryOptions } from '@tanstack/react-query'
import type { Device, DevicesAnswer } from '#contract/devices.ts'
import { read } from './request.ts'

/** The agency's devices with who holds each now. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: async ({ signal }): Promise<readonly Device[]> =>
    (await read<DevicesAnswer>('/api/devices', signal)).devices,
  staleTime: 30_000,
})
