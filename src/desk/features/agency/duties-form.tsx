import { type FormEvent, useState } from 'react'
import type { PostRow } from '#contract/post-duties.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { postsQuery } from './posts-query.ts'
import { useAgencyChange } from './use-agency-change.ts'

const TITLES = { duties: '岗位职责', fromOn: '自哪天起' }
type Props = { readonly row: PostRow; readonly title: string; readonly onClose: () => void }

/** A new text of what a post has to do. */
export function DutiesForm({ row, title, onClose }: Props) {
  const [duties, setDuties] = useState(row.texts[0]?.duties ?? '')
  const [fromOn, setFromOn] = useState(today())
  const { errors, isBusy, change } = useAgencyChange(postsQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const path = `/api/posts/${row.role}/duties`
    void change({
      method: 'PUT',
      path,
      body: { duties, fromOn },
      version: row.version,
      told: `已登记${title}的职责`,
    })
  }
  return (
    <form className="agency-form" onSubmit={submit} aria-label={`${title}的职责`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <TextField
        kind="long-text"
        maxLength={2000}
        pointer="duties"
        title={TITLES.duties}
        help="每项一行；窗口岗位的印在公示牌上"
        errors={errors.fields.duties}
        value={duties}
        onChange={setDuties}
      />
      <DateField
        hasTime={false}
        pointer="fromOn"
        title={TITLES.fromOn}
        errors={errors.fields.fromOn}
        value={fromOn}
        onChange={setFromOn}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy}>
          {isBusy ? '正在登记…' : '登记'}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不登记
        </button>
      </div>
    </form>
  )
}
