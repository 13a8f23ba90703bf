import '../../form/choices.css'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Person } from '#contract/people.ts'
import { nextRole } from '#domain/case/approval-right.ts'
import { outstandingOf } from '#domain/case/countersigning.ts'
import { recusedIn } from '#domain/case/recused.ts'
import type { CaseState, Proposal } from '#domain/case/state.ts'
import { peopleQuery } from '../../../lib/people-query.ts'
import { useSession } from '../../../lib/session-context.ts'
import { FieldFrame } from '../../form/field-frame.tsx'
import { TextField } from '../../form/text-field.tsx'
import type { ApprovalStep } from './approval-step.ts'

type Props = ApprovalStep & { readonly state: CaseState; readonly proposal: Proposal }

/** Asks other heads of the agency to be heard before it is agreed to. */
export function ConsultForm({ run, errors, isBusy, onSend, onBack, state, proposal }: Props) {
  const me = useSession().session.person.id
  const [people, setPeople] = useState<readonly string[]>([])
  const [question, setQuestion] = useState('')
  const { data = [] } = useQuery(peopleQuery)
  const able = data.filter((person) => person.id !== me && mayBeAsked(person, state, proposal))
  const toggle = (id: string) => setPeople(people.includes(id) ? people.filter((one) => one !== id) : [...people, id])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSend({ do: 'consult', run, people: [...people], question })
  }
  return (
    <form onSubmit={submit} aria-label="送会签" data-edit noValidate>
      <FieldFrame
        pointer="people"
        title="会签人"
        help={able.length > 0 ? '本机关的机构负责人、机关负责人，可以选几位' : '本机关没有可以送会签的负责人'}
        errors={errors.people}
        isGroup
      >
        {() => (
          <div className="choice-box">
            {able.map((person) => (
              <label key={person.id} className="choice">
                <input type="checkbox" checked={people.includes(person.id)} onChange={() => toggle(person.id)} />
                <span>
                  {person.name}
                  <small>{unitsOf(person)}</small>
                </span>
              </label>
            ))}
          </div>
        )}
      </FieldFrame>
      <TextField
        pointer="question"
        kind="text"
        title="请会签的事项"
        help="要对方看什么，例如：是否与贵科在办的案件有关"
        isOptional
        value={question}
        errors={errors.question}
        onChange={setQuestion}
      />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={isBusy || people.length === 0}>
          送会签
        </button>
        <button type="button" className="button plain" onClick={onBack}>
          不送了
        </button>
        {people.length === 0 && <span className="hint">先选会签人</span>}
      </div>
    </form>
  )
}

function mayBeAsked({ id, posts }: Person, state: CaseState, proposal: Proposal): boolean {
  const isHead = posts.some(({ role }) => role === 'unit-head' || role === 'agency-head')
  const approves =
    nextRole(proposal) === 'unit-head' && posts.some((post) => post.role === 'unit-head' && post.unitId === state.unit)
  const spoken = proposal.agreed.map(({ by }) => by)
  const own = [proposal.by, proposal.movedTo, ...state.handlers, ...recusedIn(state), ...spoken]
  return isHead && !approves && !own.includes(id) && !outstandingOf(proposal).some(({ of }) => of === id)
}

function unitsOf({ posts }: Person): string {
  return [...new Set(posts.map(({ unitName }) => unitName))].join('、')
}
