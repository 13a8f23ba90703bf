import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { CaseMoved } from '#contract/case-moved.ts'
import type { OriginInput } from '#contract/cases.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { announce } from '../../../lib/announce.ts'
import { attemptKeys } from '../../../lib/attempt-key.ts'
import { errorsOf } from '../../../lib/case/errors-of.ts'
import { fieldsOf, type Typed } from '../../../lib/case/form-model.ts'
import { type MappedErrors, NO_ERRORS } from '../../../lib/case/map-errors.ts'
import { itemsQuery } from '../../../lib/items-query.ts'
import { newKey } from '../../../lib/new-key.ts'
import { ProblemError } from '../../../lib/problem-error.ts'
import { send } from '../../../lib/request.ts'
import { useSession } from '../../../lib/session-context.ts'
import { keepOpening, keptOpening } from './kept-opening.ts'
import { itemKindOf, type Opening, openingInput, openingSections } from './opening-input.ts'
import { withPartiesWanted } from './with-parties-wanted.ts'

const OWN_FIELDS = ['name', 'parties', 'violations', 'handlers', 'procedure', 'catalogue-item']

const EMPTY = { name: '', parties: [], violations: [], values: {} }

/** What the new case comes from, and what is filled in of the form before anybody types. */
export type OpeningStart = {
  readonly origin?: OriginInput
  /** Of what it is, beside an origin, so that what was typed is kept apart. */
  readonly about?: string
  /** What it may contest of the case that it comes from. */
  readonly acts?: readonly string[]
  readonly filled: Partial<Omit<Opening, 'handlers'>>
}

/** The case that is being opened: what stands in the form, what the server says to it, and sending it. */
export function useOpening(procedure: AnyProcedure, start: OpeningStart) {
  const { session } = useSession()
  const { origin, filled } = start
  const place = [procedure.code, origin?.id, start.about, filled.wanted?.id].filter(Boolean).join('-')
  const [opening, setOpening] = useState<Opening>(
    () =>
      keptOpening(place) ?? {
        ...EMPTY,
        ...filled,
        handlers: session.roles.includes('handler') ? [session.person.id] : [],
      },
  )
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const keys = useRef(attemptKeys(newKey))
  const navigate = useNavigate()
  const queries = useQueryClient()
  const kind = itemKindOf(procedure)
  const { data: list } = useQuery({ ...itemsQuery({ kind, limit: 1 }), enabled: kind !== undefined })
  const isKept = kind !== undefined && list?.kinds.includes(kind) === true
  const sections = openingSections(procedure, opening, isKept)

  const submit = async () => {
    const input = openingInput(procedure, opening, origin, isKept)
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const opened = await send<CaseMoved>('POST', '/api/cases', input, {
        key: keys.current.keyFor(JSON.stringify(input)),
      })
      keepOpening(place, undefined)
      announce(`已登记：${input.name}`)
      void queries.invalidateQueries({ queryKey: ['worklist'] })
      await navigate({ to: '/cases/$caseId', params: { caseId: opened.id } })
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
      const said = errorsOf(error, [...OWN_FIELDS, ...fieldsOf(sections).map(({ pointer }) => pointer)])
      setErrors(withPartiesWanted(said, procedure, opening))
    } finally {
      setBusy(false)
    }
  }
  const change = (part: Partial<Opening>) =>
    setOpening((old) => {
      const next = { ...old, ...part }
      keepOpening(place, next)
      return next
    })
  const setValue = (pointer: string, value: Typed) =>
    setOpening((old) => {
      const next = { ...old, values: { ...old.values, [pointer]: value } }
      keepOpening(place, next)
      return next
    })
  return { opening, isKept, change, setValue, sections, errors, isBusy, submit }
}
