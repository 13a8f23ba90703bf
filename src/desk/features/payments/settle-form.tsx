import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { PaymentCandidate, PaymentLine } from '#contract/payments.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { CaseFinder } from './case-finder.tsx'

const TITLES = { caseId: '案件', partyId: '当事人', words: '说明' }
const ASIDE = 'set-aside'
const keyOf = ({ caseId, partyId }: PaymentCandidate) => `${caseId}/${partyId}`

/** Where a payment belongs: one of the cases that come into question, one that is looked up, or none, with the reason. */
export function SettleForm({ line, onClose }: { readonly line: PaymentLine; readonly onClose: () => void }) {
  const [found, setFound] = useState<readonly PaymentCandidate[]>([])
  const [choice, setChoice] = useState('')
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const keys = useRef(attemptKeys(newKey))
  const queries = useQueryClient()
  const group = useId()
  const candidates = [...line.candidates, ...found].filter(
    (one, index, all) => all.findIndex((other) => keyOf(other) === keyOf(one)) === index,
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = bodyOf(candidates, choice, words)
    if (!body) return setErrors(NOTHING_CHOSEN)
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const key = keys.current.keyFor(JSON.stringify(body))
      await send<PaymentLine>('POST', `/api/payments/${line.id}/settlement`, body, { key })
      announce(body.does === 'book' ? '已入账' : '已写明不入账')
      onClose()
      await queries.invalidateQueries({ queryKey: ['payments'] })
    } catch (error) {
      setErrors(errorsOf(error, Object.keys(TITLES)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="settle-payment" onSubmit={submit} aria-label={`处理流水号 ${line.serial}`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <FieldFrame pointer="caseId" title="这一笔是哪个案件的" isGroup errors={errors.fields.caseId}>
        {() => (
          <div className="choices">
            {candidates.map((one) => (
              <label key={keyOf(one)} className="choice">
                <input
                  type="radio"
                  name={group}
                  checked={choice === keyOf(one)}
                  onChange={() => setChoice(keyOf(one))}
                />
                <span>{`${one.caseName}${one.caseNumber ? `（${one.caseNumber}）` : ''}，${one.partyName}`}</span>
              </label>
            ))}
            {line.settled?.does !== 'set-aside' && (
              <label className="choice">
                <input type="radio" name={group} checked={choice === ASIDE} onChange={() => setChoice(ASIDE)} />
                <span>不入账（误转、冲正、不是罚没款）</span>
              </label>
            )}
          </div>
        )}
      </FieldFrame>
      <CaseFinder onFound={setFound} />
      <TextField
        pointer="words"
        title={choice === ASIDE ? '不入账的理由' : TITLES.words}
        kind="text"
        isOptional={choice !== ASIDE}
        errors={errors.fields.words}
        value={words}
        onChange={setWords}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          {choice === ASIDE ? '写明不入账' : '入账'}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          先不处理
        </button>
      </div>
    </form>
  )
}

const NOTHING_CHOSEN: MappedErrors = {
  fields: { caseId: [{ sentence: '请选这一笔是哪个案件的，或者选不入账' }] },
  rest: [],
}

function bodyOf(candidates: readonly PaymentCandidate[], choice: string, words: string) {
  if (choice === ASIDE) return { does: ASIDE, words }
  const chosen = candidates.find((one) => keyOf(one) === choice)
  return chosen && { does: 'book', caseId: chosen.caseId, partyId: chosen.partyId, words }
}
