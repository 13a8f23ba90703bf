import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RefusalInput, SignatureInput, SigningAnswer } from '#contract/signing.ts'
import { announce } from '../../lib/announce.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { useCommand } from '../../lib/case/use-command.ts'
import { ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { signingKey, signingPath } from './signing-query.ts'

const POINTERS = ['name', 'strokes', 'password', 'reason', 'witness', 'recording', 'capacity', 'party']

type Sent =
  | { readonly to: 'signatures'; readonly body: SignatureInput }
  | { readonly to: 'signature-refusals'; readonly body: RefusalInput }

/** Sends a signature or a refusal once; true when it stands under the paper. */
export function useSign(caseId: string, document: string, answer: SigningAnswer) {
  const queries = useQueryClient()
  const { run, isBusy } = useCommand({ version: answer.version, state: { id: caseId } })
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const refresh = () => queries.invalidateQueries({ queryKey: signingKey(document) })
  const failed = async (error: unknown): Promise<boolean> => {
    const isProblem = error instanceof ProblemError
    setErrors(isProblem ? mapErrors(error.problem, POINTERS) : { fields: {}, rest: [{ sentence: sentenceOf(error) }] })
    await refresh()
    return false
  }
  const sign = ({ to, body }: Sent): Promise<boolean> => {
    setErrors(NO_ERRORS)
    return run((options) => send('POST', `${signingPath(caseId, document)}/${to}`, body, options), body)
      .then(async () => {
        announce(to === 'signatures' ? '签名已经记下' : '拒签已经记下')
        await refresh()
        return true
      })
      .catch(failed)
  }
  return { sign, errors, isBusy }
}
