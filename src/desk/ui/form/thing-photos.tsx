import { useContext } from 'react'
import { EvidenceContext } from './evidence-context.ts'

type Props = { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }

/** Photos of a thing, out of the evidence of the case and of what is being added with this form. */
export function ThingPhotos({ value, onChange }: Props) {
  const evidence = useContext(EvidenceContext)
  if (evidence.length === 0) return <p className="hint">照片在下面添加为证据以后，在这里选。</p>
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((item) => item !== id) : [...value, id])
  return (
    <details className="thing-photos" open={value.length > 0}>
      <summary>{value.length > 0 ? `照片 ${value.length} 张` : '选照片'}</summary>
      {evidence.map((item, index) => (
        <label key={item.id} className="choice">
          <input type="checkbox" checked={value.includes(item.id)} onChange={() => toggle(item.id)} />
          <span>
            证据 {index + 1}　{item.title}
          </span>
        </label>
      ))}
    </details>
  )
}
