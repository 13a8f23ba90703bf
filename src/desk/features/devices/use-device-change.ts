import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Device } from '#contract/devices.ts'
import { announce } from '../../lib/announce.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { devicesQuery } from '../../lib/devices-query.ts'
import { ProblemError } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'

type Order = { readonly path: string; readonly body: unknown; readonly version?: number; readonly told: string }

/** Sends one change of a device, looks at the list again, and keeps what was refused. */
export function useDeviceChange(fields: readonly string[], onDone: () => void) {
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const queries = useQueryClient()
  const change = async ({ path, body, version, told }: Order) => {
    setErrors(NO_ERRORS)
    setBusy(true)
    try {
      await send<Device>('POST', path, body, version === undefined ? {} : { version })
      announce(told)
      onDone()
    } catch (error) {
      // A device has no draft to compare: what stands now is shown by the list, and the sentence says so.
      setErrors(error instanceof ProblemError ? mapErrors(error.problem, fields) : errorsOf(error, fields))
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: devicesQuery.queryKey })
    }
  }
  return { errors, isBusy, change }
}
