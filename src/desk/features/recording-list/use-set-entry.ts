import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ListEntryInput } from '#contract/recording-list.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { ProblemError } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'

const POINTERS = ['effectiveOn', 'duty', 'media', 'retention', 'item', 'note', 'basis', 'demonstration']

/** Sets an entry, with one key for all tries of the same content; then the list is read anew. */
export function useSetEntry(onDone: () => void) {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const submit = async (input: ListEntryInput) => {
    setErrors(NO_ERRORS)
    setBusy(true)
    try {
      await send('POST', '/api/recording-list/entries', input, { key: keys.current.keyFor(JSON.stringify(input)) })
      keys.current.settled()
      await queries.invalidateQueries({ queryKey: ['recording-list'] })
      announce('已设定')
      onDone()
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
      setErrors(errorsOf(error, POINTERS))
    } finally {
      setBusy(false)
    }
  }
  return { submit, errors, isBusy }
}
