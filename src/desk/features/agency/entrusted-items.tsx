import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ENTRUSTABLE } from '#domain/agency/refuse-entrustment.ts'
import { itemsQuery } from '../../lib/items-query.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { FieldFrame, type FrameProps } from '../../ui/form/field-frame.tsx'

type Props = FrameProps & { readonly value: readonly string[]; readonly onChange: (items: readonly string[]) => void }

/** What is entrusted: items of the agency's own list; an agency without a list types them. */
export function EntrustedItems({ value, onChange, ...frame }: Props) {
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data } = useQuery(itemsQuery({ text: useDebounced(wanted, 200), limit: 30 }))
  const keepsList = data?.kinds.some((kind) => ENTRUSTABLE.includes(kind)) ?? true
  const found = (data?.items ?? []).filter(({ kind, name }) => ENTRUSTABLE.includes(kind) && !value.includes(name))
  const add = (name: string) => {
    onChange([...value, name])
    setText('')
  }
  return (
    <FieldFrame
      {...frame}
      help={keepsList ? '从本机关的权责清单里选行政处罚、行政检查的事项' : '本机关还没有清单，请逐项写'}
    >
      {(control) => (
        <>
          <ul className="entrusted-items">
            {value.map((name) => (
              <li key={name}>
                <span>{name}</span>
                <button
                  type="button"
                  className="button plain small"
                  onClick={() => onChange(value.filter((item) => item !== name))}
                >
                  去掉<span className="unseen">{name}</span>
                </button>
              </li>
            ))}
          </ul>
          <input
            className="control"
            type="search"
            placeholder="事项名称或者编码"
            {...control}
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="entrusted-found">
            {keepsList &&
              found.slice(0, wanted === '' ? 4 : 8).map(({ id, name, kind }) => (
                <button key={id} type="button" className="button small" onClick={() => add(name)}>
                  {`加上：${name}（${kind}）`}
                </button>
              ))}
            {keepsList && wanted !== '' && data && found.length === 0 && (
              <p className="hint">清单里没有这样的处罚、检查事项。</p>
            )}
            {!keepsList && wanted !== '' && (
              <button type="button" className="button small" onClick={() => add(wanted)}>
                {`加上：${wanted}`}
              </button>
            )}
          </div>
        </>
      )}
    </FieldFrame>
  )
}
