import type { FactRow } from '#domain/case/state.ts'
import type { Fact } from '#domain/procedure/definition.ts'
import type { Field, Typed } from '../../lib/case/form-model.ts'
import type { Sentence } from '../../lib/case/map-errors.ts'
import { ActField } from './act-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DateField } from './date-field.tsx'
import { EvidenceField } from './evidence-field.tsx'
import type { FrameProps } from './field-frame.tsx'
import { MonitorField } from './monitor-field.tsx'
import { PaperField } from './paper-field.tsx'
import { PaymentField } from './payment-field.tsx'
import { PeopleField } from './people-field.tsx'
import { PortionsField } from './portions-field.tsx'
import { TableField } from './table-field.tsx'
import { TextField } from './text-field.tsx'
import { ThingsField } from './things-field.tsx'
import { YesNoField } from './yes-no-field.tsx'

type Props = {
  readonly field: Field
  readonly value: Typed | undefined
  readonly errors?: readonly Sentence[] | undefined
  /** Acts of the case that this one comes from, for a field that names one. */
  readonly acts?: readonly string[] | undefined
  readonly onChange: (value: Typed) => void
}

type NamedProps = FrameProps & { readonly value: string; readonly onChange: (value: string) => void }

/** One fact as its declaration says: the only place that knows which kind has which control. */
export function FactField({ field, value, errors, acts = [], onChange }: Props) {
  const { fact, pointer } = field
  const frame: FrameProps = { pointer, title: fact.title, help: fact.help, isOptional: fact.optional, errors }
  const text = typeof value === 'string' ? value : ''
  const list = listOf<string>(value)
  if (fact.register) return REGISTERED[fact.register]({ ...frame, value: text, onChange }, acts)
  switch (fact.kind) {
    case 'yes-no':
      return <YesNoField {...frame} value={typeof value === 'boolean' ? value : undefined} onChange={onChange} />
    case 'choice':
      return <ChoiceField {...frame} choices={fact.choices ?? []} value={text} onChange={onChange} />
    case 'date':
    case 'instant':
      return <DateField {...frame} hasTime={fact.kind === 'instant'} value={text} onChange={onChange} />
    case 'people':
      return <PeopleField {...frame} value={list} onChange={onChange} />
    case 'evidence-list':
      return <EvidenceField {...frame} value={list} onChange={onChange} />
    case 'things':
    case 'portions':
    case 'table':
    case 'paper':
      return <RowsField {...frame} fact={fact} kind={fact.kind} rows={listOf<FactRow>(value)} onChange={onChange} />
    case 'payment':
      return <PaymentField {...frame} value={text} onChange={onChange} />
    default:
      return <TextField {...frame} kind={fact.kind} maxLength={fact.maxLength} value={text} onChange={onChange} />
  }
}

const REGISTERED = {
  monitors: (named: NamedProps) => <MonitorField {...named} />,
  acts: (named: NamedProps, acts: readonly string[]) => <ActField {...named} acts={acts} />,
}

type RowsProps = FrameProps & {
  readonly fact: Fact
  readonly kind: 'things' | 'portions' | 'table' | 'paper'
  readonly rows: readonly FactRow[]
  readonly onChange: (value: Typed) => void
}

function RowsField({ fact, kind, rows, onChange, ...frame }: RowsProps) {
  const { choices = [], columns = [] } = fact
  switch (kind) {
    case 'things':
      return <ThingsField {...frame} value={rows} onChange={onChange} />
    case 'portions':
      return <PortionsField {...frame} choices={choices} value={rows} onChange={onChange} />
    case 'table':
      return <TableField {...frame} columns={columns} value={rows} onChange={onChange} />
    case 'paper':
      return <PaperField {...frame} choices={choices} value={rows} onChange={onChange} />
  }
}

/** Which kind of list it is, the kind of the fact says. */
function listOf<T>(value: Typed | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly unknown[] as readonly T[]) : []
}
