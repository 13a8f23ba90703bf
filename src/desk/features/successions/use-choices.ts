import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { SuccessionRefusal, SuccessionRow } from '#contract/successions.ts'
import { workQuery } from './successions-query.ts'

export const keyOf = ({ caseId, proposal }: Pick<SuccessionRow, 'caseId' | 'proposal'>): string =>
  `${caseId}/${proposal ?? ''}`

export type Choice = {
  /** Who takes it over; empty while nobody is chosen. */
  readonly to: string
  readonly isChecked: boolean
  readonly refusals: readonly SuccessionRefusal[]
}

/** Who takes over what: one for everything, and another for single lines; each choice is judged by the server at once. */
export function useChoices(person: string, rows: readonly SuccessionRow[]) {
  const [all, setAll] = useState('')
  const [single, setSingle] = useState<Readonly<Record<string, string>>>({})
  const toOf = (row: SuccessionRow) => single[keyOf(row)] ?? all
  const asked = [...new Set(rows.map(toOf))].filter((to) => to !== '')
  const checks = useQueries({ queries: asked.map((to) => workQuery(person, to)) })
  const judged = new Map(asked.map((to, index) => [to, checks[index]?.data?.rows]))
  const choiceOf = (row: SuccessionRow): Choice => {
    const to = toOf(row)
    const found = judged.get(to)?.find((one) => keyOf(one) === keyOf(row))
    return { to, isChecked: found !== undefined, refusals: found?.refusals ?? [] }
  }
  return {
    all,
    chooseAll: (to: string) => {
      setAll(to)
      setSingle({})
    },
    choose: (row: SuccessionRow, to: string) => setSingle((before) => ({ ...before, [keyOf(row)]: to })),
    choiceOf,
    error: checks.find(({ error }) => error)?.error ?? null,
  }
}
