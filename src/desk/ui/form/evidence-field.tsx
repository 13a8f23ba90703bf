import './choices.css'
import { useContext } from 'react'
import { EvidenceContext } from './evidence-context.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'

type Props = FrameProps & { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }

/** Evidence of this case to choose from, by its number in the list. */
export function EvidenceField({ value, onChange, ...frame }: Props) {
  const evidence = useContext(EvidenceContext)
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((item) => item !== id) : [...value, id])
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <div className="choice-box">
          {evidence.map((item, index) => (
            <label key={item.id} className="choice">
              <input type="checkbox" checked={value.includes(item.id)} onChange={() => toggle(item.id)} />
              <span>
                证据 {index + 1}　{item.title}
                <small>{item.kind}</small>
              </span>
            </label>
          ))}
          {evidence.length === 0 && <p className="hint">本案还没有证据，请先添加。</p>}
        </div>
      )}
    </FieldFrame>
  )
}
