import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import { attemptKeys } from '../attempt-key.ts'
import { newKey } from '../new-key.ts'
import { isProblemCode, ProblemError } from '../problem-error.ts'
import type { SendOptions } from '../request.ts'
import { caseKey } from './case-query.ts'

type Run = (send: (options: SendOptions) => Promise<unknown>, content: unknown) => Promise<void>

/**
 * Sends a command on the version that is on the screen, with one key for all tries of the same content. Afterwards, and when
 * the case has moved meanwhile, the case is read anew; the ProblemError is thrown on to the form that knows its fields.
 */
export function useCommand(answer: Pick<CaseAnswer, 'version'> & { readonly state: { readonly id: string } }): {
  run: Run
  isBusy: boolean
} {
  const queries = useQueryClient()
  const keys = useRef(attemptKeys(newKey))
  const [isBusy, setBusy] = useState(false)
  const refresh = () =>
    Promise.all(
      [caseKey(answer.state.id), ['worklist'], ['reviews']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  const afterFailure = async (error: unknown) => {
    // Without an answer nobody knows whether it was done: the next try of the same content carries the same key.
    if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
    if (isProblemCode(error, 'stale-version')) await refresh()
  }
  const run: Run = async (send, content) => {
    setBusy(true)
    try {
      await send({ version: answer.version, key: keys.current.keyFor(JSON.stringify([answer.version, content])) })
      keys.current.settled()
      await refresh()
    } catch (error) {
      await afterFailure(error)
      throw error
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy }
}
