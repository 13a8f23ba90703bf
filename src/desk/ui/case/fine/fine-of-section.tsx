import { useQuery } from '@tanstack/react-query'
import type { CaseState } from '#domain/case/state.ts'
import { fineSheet } from '#domain/discretion/fine-sheet.ts'
import { type FineFact, fineOfAct } from '../../../lib/case/fine-of-act.ts'
import type { Section, TypedValues } from '../../../lib/case/form-model.ts'
import { hintsQuery } from '../../../lib/case/hints-query.ts'
import { FineLines } from './fine-lines.tsx'

const ASKED: readonly FineFact[] = ['fine', 'final-fine']

type Props = { readonly state: CaseState; readonly section: Section; readonly typed: TypedValues }

/** Under the fields of an act of which a fine is asked: how it follows from the range, while somebody types. */
export function FineOfSection({ state, section, typed }: Props) {
  const violation = state.violations.find(({ id }) => section.key === `violation-${id}`)
  const fact = ASKED.find((name) => section.fields.some((field) => field.name === name))
  const { data } = useQuery({ ...hintsQuery(state.id), enabled: violation !== undefined && fact !== undefined })
  if (!violation || !fact) return null
  const tiers = data?.tiers[violation.id] ?? []
  return <FineLines lines={fineSheet(fineOfAct(state, violation, fact, { typed, tiers }))} isLive />
}
