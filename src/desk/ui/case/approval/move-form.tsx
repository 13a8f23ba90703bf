import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { roleTitle } from '#domain/access/acting.ts'
import type { Role } from '#domain/procedure/definition.ts'
import { holdEnter } from '../../../lib/hold-enter.ts'
import { peopleQuery } from '../../../lib/people-query.ts'
import { useSession } from '../../../lib/session-context.ts'
import { FieldFrame } from '../../form/field-frame.tsx'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

type Props = ApprovalStep & {
  readonly role: Role
  /** The handling unit: only its own head agrees for it. */
  readonly unit: string
  /** Who made the proposal, and so does not agree to it. */
  readonly author: string | undefined
}

/** Hands the proposal to another person of the same role. */
export function MoveForm({ run, errors, isBusy, onSend, onBack, role, unit, author }: Props) {
  const me = useSession().session.person.id
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const { data = [] } = useQuery(peopleQuery)
  const others = data.filter(({ id }) => id !== me && id !== author)
  const isHere = (unitId: string) => role !== 'unit-head' || unitId === unit
  const able = others.filter(({ posts }) => posts.some((post) => post.role === role && isHere(post.unitId)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'move', run, to, reason })
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="转交" data-edit noValidate>
      <FieldFrame
        pointer="to"
        title="转交给"
        help={able.length > 0 ? `${roleTitle(role)}中的一位` : `本机关没有别的${roleTitle(role)}可以转交`}
        errors={errors.to}
      >
        {(control) => (
          <select className="control" {...control} value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">请选择</option>
            {able.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <TextField
        pointer="reason"
        kind="text"
        title="转交理由"
        value={reason}
        errors={errors.reason}
        onChange={setReason}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy || to === ''}>
          转交
        </button>
        <button type="button" className="button plain" onClick={onBack}>
          不转了
        </button>
      </div>
    </form>
  )
}
