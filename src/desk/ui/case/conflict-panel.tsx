import { useState } from 'react'
import { formatFact } from '#domain/form/format-fact.ts'
import type { Typed } from '../../lib/case/form-model.ts'
import type { Choice, Difference } from '../../lib/case/merge-draft.ts'
import type { ActionForm } from '../../lib/case/use-action-form.ts'
import type { FieldTitles } from '../form/error-summary.tsx'
import { ConflictRow } from './conflict-row.tsx'

const ROW = { kind: 'things' } as const

type Props = {
  readonly form: ActionForm
  readonly titles: FieldTitles
  readonly people: Readonly<Record<string, string>>
}

/** Two people have changed one form: both values, field by field; nothing is saved until one of each is chosen. */
export function ConflictPanel({ form, titles, people }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const differences = form.conflict?.differences ?? []
  const chosen = (difference: Difference) => choices[difference.pointer] ?? difference.suggested
  const open = differences.filter((difference) => chosen(difference) === undefined).length
  return (
    <section className="notice late conflict" role="alert" aria-label="两份草稿不同">
      <strong>另一人也改了这张表</strong>
      <p>两份内容如下。每一项请选定一份，选定以后继续自动保存。</p>
      {differences.map((difference) => (
        <ConflictRow
          key={difference.pointer}
          title={titles[difference.pointer] ?? difference.pointer}
          mine={wordsOf(difference.mine, people)}
          theirs={wordsOf(difference.theirs, people)}
          choice={chosen(difference)}
          onChoose={(choice) => setChoices({ ...choices, [difference.pointer]: choice })}
        />
      ))}
      <button type="button" className="button solid" disabled={open > 0} onClick={() => form.settle(choices)}>
        {open > 0 ? `还有 ${open} 项没有选定` : '按选定的保存'}
      </button>
    </section>
  )
}

function wordsOf(value: Typed | undefined, people: Readonly<Record<string, string>>): string {
  if (value === undefined || value === '') return '（没有填写）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return value
  const words = value.map((item) => (typeof item === 'string' ? (people[item] ?? item) : formatFact(ROW, [item])))
  return words.join('、') || '（没有选）'
}
