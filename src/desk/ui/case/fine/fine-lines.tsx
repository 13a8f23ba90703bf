import './fine.css'
import type { SheetLine } from '#domain/discretion/fine-sheet.ts'

/** The computation as people write it on paper: what, how much, by which rule. */
export function FineLines({
  lines,
  isLive = false,
}: {
  readonly lines: readonly SheetLine[]
  readonly isLive?: boolean
}) {
  if (lines.length === 0) return null
  return (
    <section className="fine-sheet" aria-label="罚款的计算">
      <h4>罚款的计算</h4>
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
