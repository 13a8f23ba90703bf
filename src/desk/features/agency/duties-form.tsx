import { useState } from 'react'
import type { PostRow } from '#contract/post-duties.ts'
import { today } from '../../lib/clock.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { postsQuery } from './posts-query.ts'

const TITLES = { duties: '岗位职责', fromOn: '自哪天起' }
type Props = { readonly row: PostRow; readonly title: string; readonly onClose: () => void }

/** A new text of what a post has to do. */
export function DutiesForm({ row, title, onClose }: Props) {
  const [duties, setDuties] = useState(row.texts[0]?.duties ?? '')
  const [fromOn, setFromOn] = useState(today())
  const { errors, isBusy, change } = useRegisterChange(postsQuery.queryKey, Object.keys(TITLES), onClose)
  const submit = () => {
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
    <RegisterForm
      label={`${title}的职责`}
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="登记"
      leaves="不登记"
      className="agency-form"
      onSubmit={submit}
      onClose={onClose}
    >
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
    </RegisterForm>
  )
}
