import 'dayjs/locale/zh-cn'
import { DatePicker as AntdDatePicker, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { useState } from 'react'
import { nonce } from '../../lib/nonce.ts'
import { useIsDark } from '../../lib/use-is-dark.ts'
import { themeOf } from '../antd-theme.ts'
import type { ControlProps } from './field-frame.tsx'
import { instantOf, wallTimeOf } from './office-instant.ts'

dayjs.locale('zh-cn')

const DAY = { format: 'YYYY-MM-DD', example: '2026-06-03' }
const TIME = { format: 'YYYY-MM-DD HH:mm', example: '2026-06-03 09:30' }

type Props = {
  readonly control: ControlProps
  readonly hasTime: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A date that can be typed as 2026-06-03 or picked; a time is that of the office's clock. */
export function DatePicker({ control, hasTime, value, onChange }: Props) {
  const [mistyped, setMistyped] = useState('')
  const { format, example } = hasTime ? TIME : DAY
  const shown = hasTime ? wallTimeOf(value) : value
  return (
    <ConfigProvider locale={zhCN} csp={{ nonce }} theme={themeOf(useIsDark())}>
      <AntdDatePicker
        id={control.id}
        aria-describedby={control['aria-describedby']}
        {...(control['aria-invalid'] ? { status: 'error' as const } : {})}
        className="date-picker"
        format={format}
        onBlur={(event) => setMistyped(wrongIn(event.target, format))}
        placeholder={example}
        showTime={hasTime ? { format: 'HH:mm', minuteStep: 1 } : false}
        needConfirm={false}
        value={shown === '' ? null : dayjs(shown)}
        onChange={(date) => onChange(textOf(date, hasTime))}
      />
      <Mistyped text={mistyped} example={example} />
    </ConfigProvider>
  )
}

function Mistyped({ text, example }: { readonly text: string; readonly example: string }) {
  if (text === '') return null
  return (
    <p className="error-line" role="alert">
      “{text}”没有这一天或者写法不对，没有采用；应写作 {example}。
    </p>
  )
}

/** What was typed and is no such day: the picker would take it back without a word. */
function wrongIn(field: EventTarget, format: string): string {
  if (!(field instanceof HTMLInputElement) || field.value === '') return ''
  return dayjs(field.value, format, true).isValid() ? '' : field.value
}

function textOf(date: dayjs.Dayjs | null, hasTime: boolean): string {
  if (!date?.isValid()) return ''
  return hasTime ? instantOf(date.format('YYYY-MM-DDTHH:mm')) : date.format('YYYY-MM-DD')
}
