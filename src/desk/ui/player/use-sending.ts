import { useRef, useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { newKey } from '../../lib/new-key.ts'
import { ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'

/** Sends one command, the same key for all tries of the same content; what is refused becomes one sentence. */
export function useSending<T>(onDone: (answer: T) => void) {
  const keys = useRef(attemptKeys(newKey))
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const go = async (path: string, body: unknown, said: string): Promise<boolean> => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const answer = await send<T>('POST', path, body, { key: keys.current.keyFor(JSON.stringify([path, body])) })
      keys.current.settled()
      onDone(answer)
      announce(said)
      return true
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
      setRefusal(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { go, refusal, isBusy }
}
