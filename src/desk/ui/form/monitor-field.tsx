import { useQuery } from '@tanstack/react-query'
import { monitorsQuery } from '../../lib/monitors-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

type Props = FrameProps & { readonly value: string; readonly onChange: (value: string) => void }

/** A monitoring device of the register; one that is no longer there stays chosen and is judged by the server. */
export function MonitorField({ value, onChange, ...frame }: Props) {
  const { data, error, isPending } = useQuery(monitorsQuery)
  const isGone = value !== '' && data?.every(({ code }) => code !== value)
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <>
          <select className="control" {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">请选择</option>
            {isGone && <option>{value}</option>}
            {data?.map(({ id, code, place, untilOn }) => (
              <option key={id} value={code}>
                {[code, place, untilOn && `${untilOn} 起停用`].filter(Boolean).join('　')}
              </option>
            ))}
          </select>
          {isPending && <p className="hint">正在读取监控设备…</p>}
          {error && <p className="error-line">{sentenceOf(error)}</p>}
          {data?.length === 0 && (
            <p className="hint">还没有登记监控设备；在“音像 → 记录设备”里登记，并填写审核和公布。</p>
          )}
        </>
      )}
    </FieldFrame>
  )
}
