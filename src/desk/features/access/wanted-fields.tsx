import type { AccessItem, AccessOptions } from '#contract/access.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

export type Wanted = {
  readonly scope: string
  readonly items: readonly string[]
  readonly purpose: string
  readonly days: string
  readonly reason: string
}

export const WHOLE = '整件案件'
export const SOME = '只看其中几份'
export const LOOK = '只查看'
export const TAKE = '查看并带走副本'

export const WANTED_TITLES = {
  scope: '调阅范围',
  documents: '要看的文书和音像',
  purposes: '用途',
  days: '期限',
  reason: '事由',
} as const

type Props = {
  readonly options: AccessOptions
  readonly wanted: Wanted
  readonly errors: MappedErrors['fields']
  readonly onChange: (wanted: Wanted) => void
}

/** What is asked for, to what end, for how long and why. */
export function WantedFields({ options, wanted, errors, onChange }: Props) {
  const put = (name: keyof Wanted) => (value: string) => onChange({ ...wanted, [name]: value })
  const hasChoice = options.caseId !== null && options.items.length > 0
  return (
    <>
      {hasChoice && (
        <ChoiceField
          pointer="scope"
          title={WANTED_TITLES.scope}
          choices={[WHOLE, SOME]}
          value={wanted.scope}
          errors={errors.scope}
          onChange={put('scope')}
        />
      )}
      {wanted.scope === SOME && <ItemsField options={options} wanted={wanted} errors={errors} onChange={onChange} />}
      <ChoiceField
        pointer="purposes"
        title={WANTED_TITLES.purposes}
        choices={[LOOK, TAKE]}
        value={wanted.purpose}
        errors={errors.purposes}
        help="播放、下载的内容上带有您的姓名和时刻。"
        onChange={put('purpose')}
      />
      <FieldFrame
        pointer="days"
        title={WANTED_TITLES.days}
        help={`自批准之日起算，当天不计；最长 ${options.longestDays} 日。`}
        errors={errors.days}
      >
        {(control) => (
          <div className="with-unit access-days">
            <input
              className="control"
              inputMode="numeric"
              {...control}
              value={wanted.days}
              onChange={(event) => put('days')(event.target.value)}
            />
            <span className="unit">日</span>
          </div>
        )}
      </FieldFrame>
      <TextField
        pointer="reason"
        title={WANTED_TITLES.reason}
        kind="long-text"
        help="为办理什么、需要看什么。签署、批准的人和日后查询的人都会看到。"
        value={wanted.reason}
        errors={errors.reason}
        onChange={put('reason')}
      />
    </>
  )
}

function ItemsField({ options, wanted, errors, onChange }: Props) {
  const toggle = (id: string) =>
    onChange({
      ...wanted,
      items: wanted.items.includes(id) ? wanted.items.filter((item) => item !== id) : [...wanted.items, id],
    })
  return (
    <FieldFrame
      pointer="documents"
      title={WANTED_TITLES.documents}
      errors={[...(errors.documents ?? []), ...(errors.recordings ?? [])]}
      isGroup
    >
      {() => (
        <div className="choice-box">
          {options.items.map((item) => (
            <label key={item.id} className="choice">
              <input type="checkbox" checked={wanted.items.includes(item.id)} onChange={() => toggle(item.id)} />
              <span>
                {item.title}
                <small>{item.note}</small>
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}

/** As the server takes it; a number that is none is sent as it cannot be, so that one sentence says what is right. */
export function inputOf(options: AccessOptions, wanted: Wanted, follows?: string) {
  const isWhole = wanted.scope === WHOLE
  const chosen = (kind: AccessItem['kind']) =>
    isWhole
      ? []
      : options.items.filter((item) => item.kind === kind && wanted.items.includes(item.id)).map(({ id }) => id)
  const days = /^\d{1,5}$/.test(wanted.days.trim()) ? Number(wanted.days) : 0
  return {
    ...(options.caseId === null ? {} : { caseId: options.caseId }),
    scope: isWhole ? 'case' : 'items',
    documents: chosen('document'),
    recordings: chosen('recording'),
    purposes: wanted.purpose === TAKE ? ['view', 'copy'] : wanted.purpose === LOOK ? ['view'] : [],
    days,
    reason: wanted.reason,
    ...(follows === undefined ? {} : { follows }),
  }
}

export function firstWanted(options: AccessOptions, isOnlyItems: boolean): Wanted {
  const items = isOnlyItems ? options.items.slice(0, 1).map(({ id }) => id) : []
  return { scope: isOnlyItems ? SOME : WHOLE, items, purpose: LOOK, days: String(options.days), reason: '' }
}
