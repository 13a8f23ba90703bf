import '../../ui/case/action-form.css'
import { useState } from 'react'
import type { PartyInput } from '#contract/parties.ts'
import { type Choice, type Difference, differencesOf, mergeDraft } from '../../lib/case/merge-draft.ts'
import { ConflictRow } from '../../ui/case/conflict-row.tsx'
import { PARTY_TITLES, type PartyValues } from '../../ui/party/party-values.ts'

type Props = {
  readonly base: PartyValues
  readonly mine: PartyValues
  readonly theirs: PartyValues
  readonly onSettled: (merged: PartyValues) => void
}

/** Both values of each field in which two edits differ. */
export function PartyConflict({ base, mine, theirs, onSettled }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const differences = differencesOf(base, mine, theirs)
  const chosen = ({ pointer, suggested }: Difference) => choices[pointer] ?? suggested
  const open = differences.filter((difference) => chosen(difference) === undefined).length
  return (
    <section className="notice late conflict" role="alert" aria-label="两份内容不同">
      <strong>您修改的时候，另一人也改了</strong>
      <p>每一项请选定一份，然后再保存。</p>
      {differences.map((difference) => (
        <ConflictRow
          key={difference.pointer}
          title={PARTY_TITLES[difference.pointer as keyof PartyInput]}
          mine={shown(difference.mine)}
          theirs={shown(difference.theirs)}
          choice={chosen(difference)}
          onChoose={(choice) => setChoices({ ...choices, [difference.pointer]: choice })}
        />
      ))}
      <button
        type="button"
        className="button solid"
        disabled={open > 0}
        onClick={() => onSettled({ ...mine, ...(mergeDraft(mine, differences, choices) as Partial<PartyValues>) })}
      >
        {open > 0 ? `还有 ${open} 项没有选定` : '按选定的合并'}
      </button>
    </section>
  )
}

function shown(value: Difference['mine']): string {
  return typeof value === 'string' && value !== '' ? value : '（没有填写）'
}
