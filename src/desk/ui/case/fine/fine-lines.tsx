import './fine.css'
import type { SheetLine } from '#domain/discretion/fine-sheet.ts'

type Props = { readonly lines: readonly SheetLine[]; readonly title?: string; readonly isLive?: boolean }

/** The computation as people write it on paper: what, how much, by which rule. */
export function FineLines({ lines, title = '罚款的计算', isLive = false }: Props) {
  if (lines.length === 0) return null
  return (
    <section className="fine-sheet" aria-label={title}>
      <h4>{title}</h4>
      <dl aria-live={isLive ? 'polite' : undefined}>
        {lines.map(({ label, text, basis, tone = '' }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sheet have no id, and one label may stand twice
          <div key={index} className={tone}>
            <dt>{label}</dt>
            <dd>
              {tone === 'care' && <b className="fine-mark">注意 </b>}
              {text}
              {basis && <small>{basis}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
