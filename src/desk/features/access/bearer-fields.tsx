import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ID_KIND_WORDS } from './access-words.ts'

export type Bearer = {
  readonly letterNumber: string
  readonly letterOn: string
  readonly bodyName: string
  readonly bearerName: string
  readonly idKindTitle: string
  readonly idNumber: string
  readonly idChecked: boolean
}
export const NO_BEARER: Bearer = {
  letterNumber: '',
  letterOn: '',
  bodyName: '',
  bearerName: '',
  idKindTitle: '居民身份证',
  idNumber: '',
  idChecked: false,
}
export const BEARER_TITLES = {
  letterNumber: '调阅函文号',
  letterOn: '调阅函日期',
  bodyName: '调阅单位',
  bearerName: '持函人姓名',
  bearerIdKind: '证件种类',
  idNumber: '证件号码',
  idChecked: '查验证件',
} as const

type Props = {
  readonly bearer: Bearer
  readonly errors: MappedErrors['fields']
  readonly onChange: (bearer: Bearer) => void
}
type Text = 'letterNumber' | 'bodyName' | 'bearerName' | 'idNumber'

/** The letter, and who brings it. */
export function BearerFields({ bearer, errors, onChange }: Props) {
  const text = (name: Text, help?: string) => (
    <TextField
      pointer={name}
      title={BEARER_TITLES[name]}
      kind="text"
      help={help}
      value={bearer[name]}
      errors={errors[name]}
      onChange={(value) => onChange({ ...bearer, [name]: value })}
    />
  )
  return (
    <>
      {text('bodyName')}
      {text('letterNumber')}
      <DateField
        pointer="letterOn"
        title={BEARER_TITLES.letterOn}
        hasTime={false}
        value={bearer.letterOn}
        errors={errors.letterOn}
        onChange={(letterOn) => onChange({ ...bearer, letterOn })}
      />
      {text('bearerName')}
      <ChoiceField
        pointer="bearerIdKind"
        title={BEARER_TITLES.bearerIdKind}
        choices={Object.values(ID_KIND_WORDS)}
        value={bearer.idKindTitle}
        errors={errors.bearerIdKind}
        onChange={(idKindTitle) => onChange({ ...bearer, idKindTitle })}
      />
      {text('idNumber', '只用来核对，登记后只留前三位和后两位。')}
      <FieldFrame pointer="idChecked" title={BEARER_TITLES.idChecked} errors={errors.idChecked} isGroup>
        {() => (
          <label className="choice">
            <input
              type="checkbox"
              checked={bearer.idChecked}
              onChange={() => onChange({ ...bearer, idChecked: !bearer.idChecked })}
            />
            <span>已经当面查验证件原件，人、证、函一致</span>
          </label>
        )}
      </FieldFrame>
    </>
  )
}
