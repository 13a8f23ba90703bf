import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AccessDetail } from '#contract/access.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { isProblemCode, ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { requestKey } from './access-queries.ts'

const MOVED = '别人刚刚办过这份申请，本页已经更新；您填写的还在，请看过以后再提交。'

type Command = {
  readonly path: string
  readonly body: unknown
  readonly said: string
  /** The steps that are on the screen. */
  readonly version?: number
}

/** Sends one command of the room; what is refused stands beside its field. Answers the request as it stands afterwards. */
export function useAccessCommand(pointers: readonly string[]) {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const refresh = () =>
    Promise.all(['access', 'access-request', 'loans'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
  const failed = async (error: unknown) => {
    if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
    if (isProblemCode(error, 'stale-version')) await refresh()
    setErrors(errorsOf(error, pointers))
    return undefined
  }
  const sendOnce = async ({ path, body, said, version }: Command): Promise<AccessDetail> => {
    const key = keys.current.keyFor(JSON.stringify([path, version, body]))
    const detail = await send<AccessDetail>('POST', path, body, { key, ...(version === undefined ? {} : { version }) })
    keys.current.settled()
    queries.setQueryData(requestKey(detail.row.id), detail)
    announce(said)
    await refresh()
    return detail
  }
  const give = (command: Command): Promise<AccessDetail | undefined> => {
    setErrors(NO_ERRORS)
    setBusy(true)
    return sendOnce(command)
      .catch(failed)
      .finally(() => setBusy(false))
  }
  return { give, errors, isBusy }
}

function errorsOf(error: unknown, pointers: readonly string[]): MappedErrors {
  if (isProblemCode(error, 'stale-version')) return { fields: {}, rest: [{ sentence: MOVED }] }
  if (error instanceof ProblemError) return mapErrors(error.problem, pointers)
  return { fields: {}, rest: [{ sentence: sentenceOf(error) }] }
}
