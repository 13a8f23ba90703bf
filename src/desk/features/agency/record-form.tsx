import { useState } from 'react'
import type { AgencyAnswer } from '#contract/agency.ts'
import { FUNDINGS } from '#domain/agency/agency-record.ts'
import { today } from '../../lib/clock.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { agencyQuery } from './agency-query.ts'

const TITLES = {
  duty: '主要职责',
  legalRepresentative: '法定代表人',
  funding: '经费来源',
  headcount: '编制数',
  address: '地址',
  phone: '电话',
  complaintPhone: '监督投诉电话',
  fromOn: '自哪天起',
  ground: '依据',
} as const
type Name = keyof typeof TITLES
type Props = { readonly agency: AgencyAnswer; readonly onClose: () => void }

/** Registers a new version of what the agency is; what is not touched stays as it is. */
export function RecordForm({ agency, onClose }: Props) {
  const { record, version, address, phone } = agency
  const [values, setValues] = useState<Record<Name, string>>({
    duty: record?.duty ?? '',
    legalRepresentative: record?.legalRepresentative ?? '',
    funding: record?.funding ?? '',
    headcount: record ? String(record.headcount) : '',
    address,
    phone,
    complaintPhone: record?.complaintPhone ?? '',
    fromOn: today(),
    ground: '',
  })
  const { errors, isBusy, change } = useRegisterChange(agencyQuery.queryKey, Object.keys(TITLES), onClose)
  const at = (pointer: Name) => ({
    pointer,
    title: TITLES[pointer],
    errors: errors.fields[pointer],
    value: values[pointer],
    onChange: (value: string) => setValues((all) => ({ ...all, [pointer]: value })),
  })
  const submit = () => {
    const headcount = /^\d+$/.test(values.headcount.trim()) ? Number(values.headcount) : null
    const body = { ...values, headcount }
    void change({ method: 'PUT', path: '/api/agency/record', body, version, told: '已登记，门户已经更新' })
  }
  return (
    <RegisterForm
      label="登记机关"
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="登记"
      leaves="不登记"
      className="agency-form"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField {...at('duty')} kind="long-text" maxLength={2000} help="照“三定”规定写，向社会公布" />
      <TextField {...at('legalRepresentative')} kind="text" />
      <ChoiceField {...at('funding')} choices={FUNDINGS} />
      <TextField {...at('headcount')} kind="count" help="核定的编制数，不是在岗人数" />
      <TextField {...at('address')} kind="text" help="文书和公示都用这个地址；已经出具的文书不变" />
      <TextField {...at('phone')} kind="text" />
      <TextField {...at('complaintPhone')} kind="text" isOptional help="印在窗口岗位的公示牌上，门户也公布" />
      <DateField {...at('fromOn')} hasTime={false} help="变动是哪天起的；还没有变的，变了以后再登记" />
      <TextField {...at('ground')} kind="text" help="任免文件、“三定”规定的文号，或者变动的原因" />
    </RegisterForm>
  )
}
