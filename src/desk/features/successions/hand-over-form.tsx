import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { SuccessionSheet, SuccessionWork } from '#contract/successions.ts'
import { SUCCESSION_GROUNDS, type SuccessionGround } from '#domain/succession/ground.ts'
import { announce } from '../../lib/announce.ts'
import { attemptKeys } from '../../lib/attempt-key.ts'
import { type MappedErrors, mapErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { newKey } from '../../lib/new-key.ts'
import { peopleQuery } from '../../lib/people-query.ts'
import { ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { RadioList } from '../../ui/form/radio-list.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { candidatesOf } from './candidates-of.ts'
import { successionsQuery } from './successions-query.ts'
import { keyOf, useChoices } from './use-choices.ts'
import { WorkRow } from './work-row.tsx'

const TITLES = { all: '全部交给', ground: '为什么交接', words: '说明', items: '在办的事' }
const GROUNDS = Object.entries(SUCCESSION_GROUNDS) as [SuccessionGround, string][]

/** Who takes over what and why; one act moves all that may go over, and the rest stays with its reason. */
export function HandOverForm({ work }: { readonly work: SuccessionWork }) {
  const { person, rows } = work
  const { data: people = [] } = useQuery(peopleQuery)
  const { data: known } = useQuery(successionsQuery)
  const candidates = candidatesOf(people, known?.people ?? [], person.id)
  const choices = useChoices(person.id, rows)
  const [ground, setGround] = useState<SuccessionGround>('transfer')
  const [words, setWords] = useState('')
  const chosen = rows.map((row) => ({ row, choice: choices.choiceOf(row) })).filter(({ choice }) => choice.to !== '')
  const ready = chosen.filter(({ choice }) => choice.isChecked && choice.refusals.length === 0).length
  const items = chosen.map(({ row, choice }) => ({
    caseId: row.caseId,
    version: row.version,
    to: choice.to,
    ...(row.proposal && { proposal: row.proposal }),
  }))
  const { submit, errors, isBusy } = useHandOver({ person: person.id, ground, words, items })
  const isJudging = chosen.some(({ choice }) => !choice.isChecked) && !choices.error
  return (
    <form className="hand-over" onSubmit={submit} aria-label="移交工作" data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      <FieldFrame
        pointer="all"
        title={TITLES.all}
        help="可以再逐件改；不能交给他的，那一件会写明为什么。"
        errors={errors.fields.all}
      >
        {(control) => (
          <select
            className="control"
            {...control}
            value={choices.all}
            onChange={(event) => choices.chooseAll(event.target.value)}
          >
            <option value="">逐件选</option>
            {candidates.map(({ id, words: label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {choices.error && (
        <p className="notice late" role="alert">
          {sentenceOf(choices.error)}
        </p>
      )}
      <FieldFrame pointer="items" title={`${TITLES.items}（${rows.length} 件）`} isGroup errors={errors.fields.items}>
        {() => (
          <ul>
            {rows.map((row) => (
              <WorkRow
                key={keyOf(row)}
                row={row}
                choice={choices.choiceOf(row)}
                candidates={candidates}
                onChoose={(to) => choices.choose(row, to)}
              />
            ))}
          </ul>
        )}
      </FieldFrame>
      <FieldFrame pointer="ground" title={TITLES.ground} isGroup errors={errors.fields.ground}>
        {() => (
          <RadioList
            name="ground"
            choices={GROUNDS.map(([, title]) => title)}
            value={SUCCESSION_GROUNDS[ground]}
            canClear={false}
            onChange={(title) => setGround(GROUNDS.find((one) => one[1] === title)?.[0] ?? ground)}
          />
        )}
      </FieldFrame>
      <TextField
        pointer="words"
        title={TITLES.words}
        kind="text"
        help="写进每个案件的记录和交接单，如调令文号、起止日期。"
        isOptional={ground !== 'other'}
        errors={errors.fields.words}
        value={words}
        onChange={setWords}
      />
      <div className="form-foot">
        <button type="submit" className="button solid" disabled={isBusy || isJudging || ready === 0}>
          {ready === 0 ? '移交' : `移交 ${ready} 件`}
        </button>
        <p className="hint" aria-live="polite">
          {hintOf({ chosen: chosen.length, ready, isJudging, total: rows.length })}
        </p>
      </div>
    </form>
  )
}

type Counted = { readonly chosen: number; readonly ready: number; readonly isJudging: boolean; readonly total: number }

function hintOf({ chosen, ready, isJudging, total }: Counted): string {
  if (chosen === 0) return '请先选接手人。'
  if (isJudging) return '正在逐件核对能不能移交……'
  if (ready === 0) return '选中的都不能移交给所选的人，原因写在每一件下面；请另选接手人。'
  const stays = total - ready
  return stays === 0 ? '全部移交，一次办完。' : `${stays} 件留下，写进交接单。`
}

type Wanted = {
  readonly person: string
  readonly ground: SuccessionGround
  readonly words: string
  readonly items: readonly object[]
}

/** Sends it once, however often the answer is lost, and goes on to the sheet. */
function useHandOver(wanted: Wanted) {
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const keys = useRef(attemptKeys(newKey))
  const queries = useQueryClient()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const key = keys.current.keyFor(JSON.stringify(wanted))
      const sheet = await send<SuccessionSheet>('POST', '/api/successions', wanted, { key })
      announce('已移交')
      await navigate({ to: '/successions/$successionId', params: { successionId: sheet.id } })
      await queries.invalidateQueries()
    } catch (error) {
      setErrors(errorsOf(error))
      await queries.invalidateQueries({ queryKey: ['succession-work', wanted.person] })
    } finally {
      setBusy(false)
    }
  }
  return { submit, errors, isBusy }
}

function errorsOf(error: unknown): MappedErrors {
  if (error instanceof ProblemError) return mapErrors(error.problem, Object.keys(TITLES))
  return { fields: {}, rest: [{ sentence: sentenceOf(error) }] }
}
