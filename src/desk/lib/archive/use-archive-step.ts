import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { announce } from '../announce.ts'
import { attemptKeys } from '../attempt-key.ts'
import { caseQuery } from '../case/case-query.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../case/map-errors.ts'
import { newKey } from '../new-key.ts'
import { isProblemCode, ProblemError, sentenceOf } from '../problem-error.ts'
import { send } from '../request.ts'

type Dossier = { readonly caseId: string; readonly version: number }

const MOVED = '别人刚刚办过这个案卷，本页已经更新；您填写的还在，请看过以后再提交。'

/** Sends one step on the version of the dossier that is on the screen; what is refused stands beside its field. */
export function useArchiveStep({ caseId, version }: Dossier, pointers: readonly string[]) {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['archive'] }),
      queries.invalidateQueries({ queryKey: caseQuery(caseId).queryKey }),
    ])
  const failed = async (error: unknown) => {
    if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
    if (isProblemCode(error, 'stale-version')) await refresh()
    setErrors(errorsOf(error, pointers))
  }
  const take = async (path: string, body: unknown, said: string): Promise<boolean> => {
    setErrors(NO_ERRORS)
    setBusy(true)
    const key = keys.current.keyFor(JSON.stringify([version, path, body]))
    try {
      await send('POST', path, body, { version, key })
      keys.current.settled()
      announce(said)
      await refresh()
      return true
    } catch (error) {
      await failed(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { take, errors, isBusy }
}

function errorsOf(error: unknown, pointers: readonly string[]): MappedErrors {
  if (isProblemCode(error, 'stale-version')) return { fields: {}, rest: [{ sentence: MOVED }] }
  if (error instanceof ProblemError) return mapErrors(error.problem, pointers)
  return { fields: {}, rest: [{ sentence: sentenceOf(error) }] }
}
