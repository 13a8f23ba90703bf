import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { ItemImport } from '#contract/items.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { base64Of } from '../../lib/base64-of.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { ProblemError } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'

const TITLES = { content: '清单文件', fileName: '文件名' }
const HELP =
  'CSV，UTF-8 或者 GBK，一行一个事项；列：事项编码、事项名称、事项类别、设定依据（几条用“|”分开）、行使层级、公布日期（没有公布的空着）、施行日期，可以有截止日期。内容有改动的行成为新的一版，已经办的案件不变。'

/** The agency's list as a file; what became of each row is said below it. */
export function ItemFileForm() {
  const [file, setFile] = useState<File>()
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [report, setReport] = useState<ItemImport>()
  const [isBusy, setBusy] = useState(false)
  const keys = useRef(attemptKeys(newKey))
  const queries = useQueryClient()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!file) return setErrors({ fields: { content: [{ sentence: '请先选清单的 CSV 文件' }] }, rest: [] })
    setBusy(true)
    setErrors(NO_ERRORS)
    setReport(undefined)
    try {
      const body = { fileName: file.name, content: await base64Of(file) }
      const key = keys.current.keyFor(JSON.stringify(body))
      const taken = await send<ItemImport>('POST', '/api/item-files', body, { key })
      keys.current.settled()
      setReport(taken)
      announce(`取 ${taken.rowsTaken} 行，拒 ${taken.refused.length} 行`)
      await queries.invalidateQueries({ queryKey: ['items'] })
    } catch (error) {
      if (isAnswered(error)) keys.current.settled()
      setErrors(errorsOf(error, Object.keys(TITLES)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="catalogue-file" onSubmit={submit} aria-label="导入清单" noValidate>
      <h2>导入清单</h2>
      <ErrorSummary errors={errors} titles={TITLES} />
      <FieldFrame pointer="content" title={TITLES.content} help={HELP} errors={errors.fields.content}>
        {(control) => (
          <input
            className="control"
            type="file"
            accept=".csv,text/csv,text/plain"
            {...control}
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        )}
      </FieldFrame>
      <button type="submit" className="button solid" disabled={isBusy}>
        {isBusy ? '正在导入…' : '导入清单'}
      </button>
      {report && <Report report={report} />}
    </form>
  )
}

const isAnswered = (error: unknown): boolean => error instanceof ProblemError && error.problem.status !== 0

function Report({ report }: { readonly report: ItemImport }) {
  const { file, rowsRead, rowsTaken, rowsUnchanged, refused } = report
  return (
    <section aria-label="导入的结果">
      <p>
        {file}：读 {rowsRead} 行，取 {rowsTaken} 行，已有 {rowsUnchanged} 行，拒 {refused.length} 行。
      </p>
      {refused.length > 0 && (
        <ol>
          {refused.map(({ line, sentence }) => (
            <li key={line}>
              第 {line} 行：{sentence}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
