import { type FormEvent, useState } from 'react'
import type { DossierAnswer } from '#contract/archive.ts'
import { ARRANGEMENT_TITLES, ARRANGEMENTS } from '#domain/archive/catalogue.ts'
import { isRetention, RETENTIONS } from '#domain/archive/retention.ts'
import { useArchiveStep } from '../../lib/archive/use-archive-step.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ItemRetentions } from './item-retentions.tsx'

const TITLES = {
  arrangement: '卷内材料的排列',
  retention: '保管期限',
  retentionReason: '改变保管期限的理由',
  notes: '情况说明',
} as const

type Props = {
  readonly dossier: DossierAnswer
  readonly arrangement: DossierAnswer['arrangement']
  readonly onArrangement: (arrangement: DossierAnswer['arrangement']) => void
}

/** Order, class, notes, and the button; where it is grey the reason stands beside it. */
export function HandOverForm({ dossier, arrangement, onArrangement }: Props) {
  const { caseId, proposed, refusal, missing, state } = dossier
  const [retention, setRetention] = useState(dossier.retention)
  const [reason, setReason] = useState(dossier.retentionReason ?? '')
  const [notes, setNotes] = useState(dossier.notes)
  const [items, setItems] = useState(dossier.itemRetentions)
  const titles = { ...TITLES, ...itemTitles(items) }
  const { take, errors, isBusy } = useArchiveStep(dossier, Object.keys(titles))
  if (state === 'sealed' || state === 'handed-over') return null
  const isChanged = retention !== proposed.value
  const why = refusal ?? (missing.length > 0 ? '上面列的办完以后才能移交。' : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      arrangement,
      retention,
      notes,
      items,
      ...(isChanged && reason !== '' ? { retentionReason: reason } : {}),
    }
    if (why === undefined) void take(`/api/cases/${caseId}/dossier`, body, '案卷已经移交')
  }
  return (
    <form className="dossier-form" onSubmit={submit} onKeyDown={holdEnter} aria-label="移交案卷" noValidate>
      <h2>移交档案室</h2>
      <ErrorSummary errors={errors} titles={titles} />
      <ChoiceField
        pointer="arrangement"
        title={TITLES.arrangement}
        choices={ARRANGEMENTS.map((each) => ARRANGEMENT_TITLES[each])}
        value={ARRANGEMENT_TITLES[arrangement]}
        errors={errors.fields.arrangement}
        onChange={(title) => onArrangement(ARRANGEMENTS.find((each) => ARRANGEMENT_TITLES[each] === title) ?? 'time')}
      />
      <ChoiceField
        pointer="retention"
        title={TITLES.retention}
        help={`本机关的规定：${proposed.value}（${proposed.why}）`}
        choices={RETENTIONS}
        value={retention}
        errors={errors.fields.retention}
        onChange={(value) => isRetention(value) && setRetention(value)}
      />
      {isChanged && (
        <TextField
          pointer="retentionReason"
          title={TITLES.retentionReason}
          kind="long-text"
          maxLength={500}
          value={reason}
          errors={errors.fields.retentionReason}
          onChange={setReason}
        />
      )}
      <ItemRetentions lines={dossier.lines} rows={items} errors={errors.fields} onChange={setItems} />
      <TextField
        pointer="notes"
        title={TITLES.notes}
        help="写进备考表，例如实物另存在哪里、缺页的原因"
        isOptional
        kind="long-text"
        maxLength={2000}
        value={notes}
        errors={errors.fields.notes}
        onChange={setNotes}
      />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={isBusy || why !== undefined}>
          移交案卷
        </button>
        {why && <span className="hint">{why}</span>}
      </div>
    </form>
  )
}

function itemTitles(items: DossierAnswer['itemRetentions']): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map((_, index) => [`items/${index}/reason`, '另定保管期限的理由']))
}
