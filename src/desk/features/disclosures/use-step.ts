import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DisclosureRow } from '#contract/disclosures.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { isProblemCode, ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { disclosureQuery } from './disclosures-query.ts'

const MOVED = '别人刚刚办过这一项，本页已经更新；您填写的还在，请看过以后再提交。'

/** Sends one step on the version that is on the screen; what is refused stands beside its field. */
export function useStep(row: Pick<DisclosureRow, 'id' | 'version'>, pointers: readonly string[]) {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: disclosureQuery(row.id).queryKey }),
      queries.invalidateQueries({ queryKey: ['disclosures'] }),
    ])
  const failed = async (error: unknown) => {
    if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
    if (isProblemCode(error, 'stale-version')) await refresh()
    setErrors(errorsOf(error, pointers))
  }
  const take = async (step: string, body: unknown, said: string) => {
    setErrors(NO_ERRORS)
    setBusy(true)
    const key = keys.current.keyFor(JSON.stringify([row.version, step, body]))
    try {
      await send<DisclosureRow>('POST', `/api/disclosures/${row.id}/${step}`, body, { version: row.version, key })
      keys.current.settled()
      announce(said)
      await refresh()
    } catch (error) {
      await failed(error)
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
