import './hints.css'
import { useQuery } from '@tanstack/react-query'
import type { CaseState, FactValues } from '#domain/case/state.ts'
import { type HintGroup, hintsOfCase } from '#domain/hint/hints-of-case.ts'
import { hintsQuery } from '../../../lib/case/hints-query.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { HintList } from './hint-list.tsx'

type Props = {
  readonly state: CaseState
  readonly typed?: FactValues
  /** Folded where only what was looked at and found in order would be said. */
  readonly isFolded?: boolean
  /** Puts an item of a list into the form, for the party of an act; where the form asks for one. */
  readonly onCite?: ((party: string, text: string) => void) | undefined
}

/** What the law wants looked at for each act: age, limitation, lighter law, an earlier fine, lists, a first offence. */
export function CaseHints({ state, typed, isFolded = false, onCite }: Props) {
  const { data, error } = useQuery({ ...hintsQuery(state.id), enabled: state.violations.length > 0 })
  if (error) return <p className="notice late">办案提示没有查出来：{sentenceOf(error)}</p>
  if (state.violations.length === 0 || !data) return null
  const groups = hintsOfCase(state, data, typed)
  const telling = groups.flatMap(({ hints }) => hints).filter(({ tone }) => tone !== 'plain').length
  return (
    <details className="case-hints" open={!isFolded || telling > 0}>
      <summary>
        办案提示 <small>{telling === 0 ? '没有要特别留意的' : `${telling} 条请核对`}</small>
      </summary>
      {groups.map((group) => (
        <Group
          key={group.violation}
          group={group}
          isOnly={groups.length === 1}
          isFolded={isFolded}
          onCite={onCite && ((text) => onCite(partyOf(state, group.violation), text))}
        />
      ))}
    </details>
  )
}

type GroupProps = {
  readonly group: HintGroup
  readonly isOnly: boolean
  readonly isFolded: boolean
  readonly onCite: ((text: string) => void) | undefined
}

/** In a form what was found in order stands folded, so that the fields are near. */
function Group({ group: { title, hints }, isOnly, isFolded, onCite }: GroupProps) {
  const inOrder = isFolded ? hints.filter(({ tone }) => tone === 'plain') : []
  const shown = hints.filter((hint) => !inOrder.includes(hint))
  return (
    <section aria-label={`${title}的办案提示`}>
      {!isOnly && <h4>{title}</h4>}
      <HintList hints={shown} onCite={onCite} />
      {inOrder.length > 0 && (
        <details className="hints-in-order">
          <summary>已核对：{inOrder.map((hint) => hint.title).join('、')}</summary>
          <HintList hints={inOrder} />
        </details>
      )}
    </section>
  )
}

function partyOf({ violations }: CaseState, violation: string): string {
  return violations.find(({ id }) => id === violation)?.party ?? ''
}
