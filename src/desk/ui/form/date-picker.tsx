import 'dayjs/locale/zh-cn'
import { DatePicker as AntdDatePicker, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { nonce } from '../../lib/nonce.ts'
import { useIsDark } from '../../lib/use-is-dark.ts'
import { themeOf } from '../antd-theme.ts'
import type { ControlProps } from './field-frame.tsx'
import { instantOf, wallTimeOf } from './office-instant.ts'

dayjs.locale('zh-cn')

type Props = {
  readonly control: ControlProps
  readonly hasTime: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A date that can be typed as 2026-06-03 or picked; a time is that of the office's clock. */
export function DatePicker({ control, hasTime, value, onChange }: Props) {
  const shown = hasTime ? wallTimeOf(value) : value
  return (
    <ConfigProvider locale={zhCN} csp={{ nonce }} theme={themeOf(useIsDark())}>
      <AntdDatePicker
        id={control.id}
        aria-describedby={control['aria-describedby']}
        {...(control['aria-invalid'] ? { status: 'error' as const } : {})}
        className="date-picker"
        format={hasTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
        placeholder={hasTime ? '2026-06-03 09:30' : '2026-06-03'}
        showTime={hasTime ? { format: 'HH:mm', minuteStep: 1 } : false}
        needConfirm={false}
        value={shown === '' ? null : dayjs(shown)}
        onChange={(date) => onChange(textOf(date, hasTime))}
      />
    </ConfigProvider>
  )
}

function textOf(date: dayjs.Dayjs | null, hasTime: boolean): string {
  if (!date?.isValid()) return ''
  return hasTime ? instantOf(date.format('YYYY-MM-DDTHH:mm')) : date.format('YYYY-MM-DD')
}
