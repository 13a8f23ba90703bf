import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReplyInput } from '#contract/transfers.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'

/** Sends one answer to a transfer, once however often it is tried; true when it stands in the case. */
export function useReply(path: string) {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const failed = (error: unknown): boolean => {
    if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
    setErrors(
      error instanceof ProblemError
        ? mapErrors(error.problem, ['kind', 'text'])
        : { fields: {}, rest: [{ sentence: sentenceOf(error) }] },
    )
    return false
  }
  const sendOnce = async (body: ReplyInput): Promise<boolean> => {
    await send('POST', path, body, { key: keys.current.keyFor(JSON.stringify(body)) })
    keys.current.settled()
    announce('已经记入案件')
    await queries.invalidateQueries({ queryKey: ['transfers'] })
    return true
  }
  const reply = (body: ReplyInput): Promise<boolean> => {
    setErrors(NO_ERRORS)
    setBusy(true)
    return sendOnce(body)
      .catch(failed)
      .finally(() => setBusy(false))
  }
  return { reply, errors, isBusy }
}
