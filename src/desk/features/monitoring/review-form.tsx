import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { MonitoringRecord } from '#contract/monitoring.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'

export const CHECK_TITLES = { isTrue: '真实', isClear: '清晰', isComplete: '完整', isAccurate: '准确' } as const
const HELP = {
  isTrue: '没有伪造、拼接，与设备当时的记录一致',
  isClear: '看得清对象、行为和时间',
  isComplete: '行为的全过程都在',
  isAccurate: '时间、地点、识别结果没有差错',
} as const
type Check = keyof typeof CHECK_TITLES
const CHECKS = Object.keys(CHECK_TITLES) as Check[]
const TITLES = { ...CHECK_TITLES, words: '审核意见' }

type Props = { readonly record: MonitoringRecord; readonly onClose: () => void }

/** The four questions of 处罚法第四十一条第二款; none is answered beforehand. */
export function ReviewForm({ record, onClose }: Props) {
  const [checks, setChecks] = useState<Partial<Record<Check, boolean>>>({})
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const keys = useRef(attemptKeys(newKey))
  const queries = useQueryClient()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { ...checks, words }
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const key = keys.current.keyFor(JSON.stringify(body))
      await send<MonitoringRecord>('POST', `/api/monitoring/${record.id}/review`, body, { key })
      announce(`已审核：${record.fileName}`)
      onClose()
      await queries.invalidateQueries({ queryKey: ['monitoring'] })
    } catch (error) {
      setErrors(errorsOf(error, Object.keys(TITLES)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="review-record" onSubmit={submit} aria-label={`审核${record.fileName}`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      {CHECKS.map((check) => (
        <YesNoField
          key={check}
          pointer={check}
          title={CHECK_TITLES[check]}
          help={HELP[check]}
          errors={errors.fields[check]}
          value={checks[check]}
          onChange={(value) => setChecks((all) => ({ ...all, [check]: value === true }))}
        />
      ))}
      <TextField
        pointer="words"
        title={TITLES.words}
        kind="long-text"
        help="看到什么，凭什么认定"
        errors={errors.fields.words}
        value={words}
        onChange={setWords}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          提交审核
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          先不审核
        </button>
      </div>
    </form>
  )
}
