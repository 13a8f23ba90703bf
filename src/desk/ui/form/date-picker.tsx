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

const DAY = { format: 'YYYY-MM-DD', example: '2026-06-03' }
const TIME = { format: 'YYYY-MM-DD HH:mm', example: '2026-06-03 09:30' }

type Props = {
  readonly control: ControlProps
  readonly hasTime: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/**
 * A date that can be typed as 2026-06-03 or picked; a time is that of the office's clock. What was typed and is no such day stays
 * the value, so that it is refused when submitted: the picker alone would go back to an older day without a word.
 */
export function DatePicker({ control, hasTime, value, onChange }: Props) {
  const { format, example } = hasTime ? TIME : DAY
  const wrong = isDay(value, hasTime) ? '' : value
  const leave = (text: string) => {
    if (text === '' ? wrong !== '' : !dayjs(text, format, true).isValid()) onChange(text)
  }
  return (
    <ConfigProvider locale={zhCN} csp={{ nonce }} theme={themeOf(useIsDark())}>
      <AntdDatePicker
        id={control.id}
        aria-describedby={control['aria-describedby']}
        status={control['aria-invalid'] ? 'error' : ''}
        className="date-picker"
        format={format}
        onBlur={({ target }) => target instanceof HTMLInputElement && leave(target.value)}
        preserveInvalidOnBlur
        placeholder={example}
        showTime={hasTime ? { format: 'HH:mm', minuteStep: 1 } : false}
        needConfirm={false}
        value={dayOf(wrong === '' ? value : '', hasTime)}
        // A day that is typed whole counts at once: `onChange` comes some frames after the field is left, when a tap may have submitted the older one.
        onCalendarChange={(date) => onChange(textOf([date].flat()[0] ?? null, hasTime))}
        onChange={(date) => onChange(textOf(date, hasTime))}
      />
      {wrong !== '' && (
        <p className="error-line" role="alert">
          “{wrong}”没有这一天或者写法不对；应写作 {example}。
        </p>
      )}
    </ConfigProvider>
  )
}

function dayOf(value: string, hasTime: boolean): dayjs.Dayjs | null {
  if (value === '') return null
  return dayjs(hasTime ? wallTimeOf(value) : value)
}

/** Blank, a day as it is written, or an instant that can be read. */
function isDay(value: string, hasTime: boolean): boolean {
  if (value === '') return true
  return hasTime
    ? /^\d{4}-.*T/.test(value) && !Number.isNaN(Date.parse(value))
    : dayjs(value, DAY.format, true).isValid()
}

function textOf(date: dayjs.Dayjs | null, hasTime: boolean): string {
  if (!date?.isValid()) return ''
  return hasTime ? instantOf(date.format('YYYY-MM-DDTHH:mm')) : date.format('YYYY-MM-DD')
}
