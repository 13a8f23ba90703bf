import { useState } from 'react'
import {
  DEVICE_CLASSES,
  DEVICE_KIND_TITLES,
  DEVICE_KINDS,
  type DeviceKind,
  isCarried,
} from '#domain/recording/device.ts'
import { today } from '../../lib/clock.ts'
import { devicesQuery } from '../../lib/devices-query.ts'
import { useRegisterChange } from '../../lib/use-register-change.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { RegisterForm } from '../../ui/form/register-form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { HolderField } from './holder-field.tsx'

const TITLES = {
  code: '设备编号',
  kind: '种类',
  class: '配备类别',
  model: '型号',
  place: '安装地点',
  holder: '配发给谁',
  fromOn: '启用日期',
}
const KINDS = DEVICE_KINDS.map((kind) => DEVICE_KIND_TITLES[kind])
const kindOf = (title: string): DeviceKind => DEVICE_KINDS[KINDS.indexOf(title)] ?? 'recorder'

/** Enters a device. */
export function DeviceForm({ onClose }: { readonly onClose: () => void }) {
  const [values, setValues] = useState({
    code: '',
    kind: 'recorder' as DeviceKind,
    class: 'A',
    model: '',
    place: '',
    holder: '',
    fromOn: today(),
  })
  const { errors, isBusy, change } = useRegisterChange(devicesQuery.queryKey, Object.keys(TITLES), onClose)
  const at = (pointer: keyof typeof TITLES) => ({ pointer, title: TITLES[pointer], errors: errors.fields[pointer] })
  const set = (changed: Partial<typeof values>) => setValues((all) => ({ ...all, ...changed }))
  const carried = isCarried(values.kind)
  const submit = () => {
    const { holder, place, ...rest } = values
    const body = { ...rest, holder: carried ? holder || null : null, place: carried ? '' : place }
    void change({ path: '/api/devices', body, told: `已登记：${values.code}` })
  }
  return (
    <RegisterForm
      label="登记设备"
      titles={TITLES}
      errors={errors}
      isBusy={isBusy}
      does="登记"
      leaves="不登记"
      className="device-form"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        {...at('code')}
        kind="text"
        help="机身上的编号，采集站的清单按它认设备"
        value={values.code}
        onChange={(code) => set({ code })}
      />
      <ChoiceField
        {...at('kind')}
        choices={KINDS}
        value={DEVICE_KIND_TITLES[values.kind]}
        onChange={(kind) => set({ kind: kindOf(kind) })}
      />
      <ChoiceField
        {...at('class')}
        help="A 类一线执法，B 类辅助执法，C 类按需配备"
        choices={DEVICE_CLASSES}
        value={values.class}
        onChange={(equipment) => set({ class: equipment })}
      />
      <TextField {...at('model')} kind="text" isOptional value={values.model} onChange={(model) => set({ model })} />
      {carried ? (
        <HolderField {...at('holder')} value={values.holder} onChange={(holder) => set({ holder })} />
      ) : (
        <TextField {...at('place')} kind="text" value={values.place} onChange={(place) => set({ place })} />
      )}
      <DateField hasTime={false} {...at('fromOn')} value={values.fromOn} onChange={(fromOn) => set({ fromOn })} />
    </RegisterForm>
  )
}
