import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { PaymentReport } from '#contract/payments.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { base64Of } from '../../lib/base64-of.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

const TITLES = { content: '银行对账文件', fileName: '文件名', columns: '列的对应' }

/** The bank's file, and what its columns are called where that differs; everything else is in the file. */
export function FileForm() {
  const [file, setFile] = useState<File>()
  const [columns, setColumns] = useState('')
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const keys = useRef(attemptKeys(newKey))
  const queries = useQueryClient()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!file) return setErrors({ fields: { content: [{ sentence: '请先选银行给的对账文件' }] }, rest: [] })
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const body = { fileName: file.name, content: await base64Of(file), columns }
      const key = keys.current.keyFor(JSON.stringify(body))
      const report = await send<PaymentReport>('POST', '/api/payment-files', body, { key })
      announce(`已导入：${report.lines.length} 笔`)
      await queries.invalidateQueries({ queryKey: ['payments'] })
      await navigate({ to: '/payments/$fileId', params: { fileId: report.id } })
    } catch (error) {
      setErrors(errorsOf(error, Object.keys(TITLES)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="payment-file" onSubmit={submit} aria-label="导入" noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <FieldFrame
        pointer="content"
        title={TITLES.content}
        help="CSV，UTF-8 或者 GBK；要有流水号、缴款日期、金额，最好有缴款通知书号和缴款人。同一流水号只入一次，重复导入不会多记。"
        errors={errors.fields.content}
      >
        {(control) => (
          <input
            className="control"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            {...control}
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        )}
      </FieldFrame>
      <TextField
        pointer="columns"
        title={TITLES.columns}
        kind="text"
        isOptional
        help="列名认不出来的才填，如：缴款日期=入账日期，金额=贷方发生额"
        errors={errors.fields.columns}
        value={columns}
        onChange={setColumns}
      />
      <button type="submit" className="button solid" disabled={isBusy}>
        {isBusy ? '正在导入…' : '导入对账文件'}
      </button>
    </form>
  )
}
