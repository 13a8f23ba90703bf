import type { DossierAnswer } from '#contract/archive.ts'
import { isRetention, RETENTIONS } from '#domain/archive/retention.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

type Rows = DossierAnswer['itemRetentions']
type Row = Rows[number]
type Props = {
  readonly lines: DossierAnswer['lines']
  readonly rows: Rows
  readonly errors: MappedErrors['fields']
  readonly onChange: (rows: Rows) => void
}

/** Single papers that are kept for another time than the dossier, each with the reason. */
export function ItemRetentions({ lines, rows, errors, onChange }: Props) {
  const titleOf = (id: string) => lines.find((line) => line.id === id)?.title ?? '（已经不在卷内）'
  const free = lines.filter(({ id }) => !rows.some((row) => row.id === id))
  const change = (id: string, more: Partial<Row>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...more } : row)))
  return (
    <fieldset className="item-retentions">
      <legend>个别材料另定保管期限（选填）</legend>
      {rows.map((row, index) => (
        <section key={row.id} aria-label={titleOf(row.id)}>
          <h3>{titleOf(row.id)}</h3>
          <ChoiceField
            pointer={`items/${index}/value`}
            title="这一件的保管期限"
            choices={RETENTIONS}
            value={row.value}
            errors={errors[`items/${index}/value`]}
            onChange={(value) => isRetention(value) && change(row.id, { value })}
          />
          <TextField
            pointer={`items/${index}/reason`}
            title="另定的理由"
            kind="text"
            maxLength={500}
            value={row.reason}
            errors={errors[`items/${index}/reason`]}
            onChange={(reason) => change(row.id, { reason })}
          />
          <button
            type="button"
            className="button small plain"
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            随全卷，不另定
          </button>
        </section>
      ))}
      {free.length > 0 && (
        <FieldFrame pointer="items" title="选一件材料" errors={errors.items} isOptional>
          {(control) => (
            <select
              className="control"
              {...control}
              value=""
              onChange={({ target }) => onChange([...rows, { id: target.value, value: '永久', reason: '' }])}
            >
              <option value="">不另定</option>
              {free.map(({ id, no, title }) => (
                <option key={id} value={id}>
                  {no}　{title}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )}
    </fieldset>
  )
}
