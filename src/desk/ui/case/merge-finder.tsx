import '../party/finder.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { MergeableCase } from '#contract/cases.ts'
import { mergeableQuery } from '../../lib/case/mergeable-query.ts'
import type { ActionForm } from '../../lib/case/use-action-form.ts'
import { shortDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { FieldFrame } from '../form/field-frame.tsx'

type Props = { readonly caseId: string; readonly form: ActionForm }

/** The case into which this one goes over: those with the same party stand first. */
export function MergeFinder({ caseId, form }: Props) {
  const [text, setText] = useState('')
  const listId = useId()
  const { data, error } = useQuery(mergeableQuery(caseId, useDebounced(text.trim(), 200)))
  const rows = data?.rows ?? []
  return (
    <div className="finder">
      <FieldFrame
        pointer="other"
        title="并入的案件"
        help="本机关同一程序、正在调查的案件；同一当事人的在前。后立案的并入先立案的。"
        errors={form.errors.fields.other}
      >
        {(control) => (
          <input
            {...control}
            className="control"
            type="search"
            placeholder="案件名称、案号或者当事人"
            value={text}
            maxLength={100}
            aria-controls={listId}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FieldFrame>
      {error && <p className="error-line">{sentenceOf(error)}</p>}
      <ul id={listId} className="found" aria-label="可以并入的案件">
        {rows.map((row) => (
          <Row key={row.id} row={row} picked={form.other} onPick={form.setOther} />
        ))}
      </ul>
      {data && rows.length === 0 && (
        <p className="hint">
          没有可以并入的案件。另一件要在本机关、按同一程序、正在调查取证，并且您参与过或者当事人相同。
        </p>
      )}
    </div>
  )
}

type RowProps = {
  readonly row: MergeableCase
  readonly picked: ActionForm['other']
  readonly onPick: ActionForm['setOther']
}

function Row({ row, picked, onPick }: RowProps) {
  const { id, version, name, number, party, unitName, handlers, openedOn, dueOn, sharesParty } = row
  const isPicked = picked?.id === id && picked.version === version
  const isBehind = picked?.id === id && !isPicked
  const words = [
    number,
    party,
    `${unitName} ${handlers}`,
    `${shortDay(openedOn)}登记`,
    dueOn && `${shortDay(dueOn)}到期`,
  ]
  return (
    <li>
      <span>
        <Link to="/cases/$caseId" params={{ caseId: id }} target="_blank">
          {name}
        </Link>
        {sharesParty && <b className="hint">同一当事人</b>}
        <small>{words.filter(Boolean).join(' · ')}</small>
        {isBehind && <small className="late">选用以后它有了新的进展，看过再选用一次。</small>}
      </span>
      <button
        type="button"
        className="button small"
        aria-pressed={isPicked}
        onClick={() => onPick(isPicked ? undefined : { id, version })}
      >
        {isPicked ? '已选' : '选用'}
        <span className="unseen">{name}</span>
      </button>
    </li>
  )
}
