import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { announce } from './announce.ts'
import { type AttemptKeys, attemptKeys } from './attempt-key.ts'
import { errorsOf } from './case/errors-of.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from './case/map-errors.ts'
import { newKey } from './new-key.ts'
import { ProblemError } from './problem-error.ts'
import { send } from './request.ts'

type Order = {
  /** POST where it is not said. */
  readonly method?: 'PUT'
  readonly path: string
  readonly body: unknown
  readonly version?: number
  readonly told: string
}

/** Sends one change of what is registered, with one key for all tries of the same content; then what stands is read anew. */
export function useRegisterChange(queryKey: QueryKey, fields: readonly string[], onDone: () => void) {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const change = async (order: Order) => {
    setErrors(NO_ERRORS)
    setBusy(true)
    try {
      await sendOnce(keys.current, order)
      announce(order.told)
      onDone()
    } catch (error) {
      setErrors(saidOf(error, fields))
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey })
    }
  }
  return { errors, isBusy, change }
}

async function sendOnce(keys: AttemptKeys, { method, path, body, version }: Order): Promise<void> {
  const key = keys.keyFor(JSON.stringify([path, version, body]))
  try {
    await send(method ?? 'POST', path, body, version === undefined ? { key } : { key, version })
    keys.settled()
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status !== 0) keys.settled()
    throw error
  }
}

/** There is no draft to compare: what stands now is shown by the page, and the sentence says so. */
const saidOf = (error: unknown, fields: readonly string[]): MappedErrors =>
  error instanceof ProblemError ? mapErrors(error.problem, fields) : errorsOf(error, fields)
