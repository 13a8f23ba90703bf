import type { PartyInput } from '#contract/parties.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { FieldFrame } from '../form/field-frame.tsx'
import { RadioList } from '../form/radio-list.tsx'
import { TextField } from '../form/text-field.tsx'
import { fieldsOfKind, ID_KIND_TITLES, KIND_TITLES, PARTY_TITLES, type PartyValues } from './party-values.ts'

type Props = {
  readonly values: PartyValues
  readonly errors: MappedErrors['fields']
  readonly onChange: (values: PartyValues) => void
}

/** The particulars that the kind of party has. */
export function PartyFields({ values, errors, onChange }: Props) {
  const set = (name: keyof PartyInput) => (value: string) => onChange({ ...values, [name]: value })
  const kinds = Object.entries(KIND_TITLES)
  return (
    <>
      <FieldFrame pointer="kind" title={PARTY_TITLES.kind} errors={errors.kind} isGroup>
        {() => (
          <RadioList
            name="kind"
            choices={kinds.map(([, title]) => title)}
            value={KIND_TITLES[values.kind as keyof typeof KIND_TITLES]}
            canClear={false}
            onChange={(title) => set('kind')(kinds.find(([, known]) => known === title)?.[0] ?? 'organisation')}
          />
        )}
      </FieldFrame>
      {fieldsOfKind(values.kind).map((name) =>
        name === 'idKind' ? (
          <IdKind key={name} value={values.idKind} errors={errors.idKind} onChange={set('idKind')} />
        ) : (
          <TextField
            key={name}
            pointer={name}
            kind="text"
            title={PARTY_TITLES[name]}
            help={HELP[name]}
            value={values[name]}
            errors={errors[name]}
            onChange={set(name)}
          />
        ),
      )}
    </>
  )
}

const HELP: Partial<Record<keyof PartyInput, string>> = {
  code: '营业执照上的 18 位代码；填错一位会告诉您是哪一位',
  idNumber: '身份证 18 位，最后一位可能是 X',
}

type IdKindProps = {
  readonly value: string
  readonly errors: MappedErrors['fields'][string] | undefined
  readonly onChange: (value: string) => void
}

function IdKind({ value, errors, onChange }: IdKindProps) {
  return (
    <FieldFrame pointer="idKind" title={PARTY_TITLES.idKind} errors={errors}>
      {(control) => (
        <select className="control" {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">没有证件</option>
          {Object.entries(ID_KIND_TITLES).map(([kind, title]) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
