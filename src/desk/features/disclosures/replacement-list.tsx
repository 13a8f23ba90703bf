import type { DisclosureDetail } from '#contract/disclosures.ts'
import type { Numbered } from './marked-text.tsx'

type Props = { readonly marks: readonly Numbered[]; readonly suggestions: DisclosureDetail['suggestions'] }

/** Every replacement with its rule and the original beside it, and names that only a reader can judge. */
export function ReplacementList({ marks, suggestions }: Props) {
  return (
    <section className="replacements" aria-label="脱敏">
      <h2>脱敏 {marks.length} 处</h2>
      {suggestions.length > 0 && (
        <div className="notice soon">
          <strong>下面可能还有自然人的姓名，请核对：</strong>
          <ul>
            {suggestions.map(({ where, name, context }) => (
              <li key={where + name}>
                {where}：{context}“{name}”
              </li>
            ))}
          </ul>
        </div>
      )}
      {marks.length === 0 && <p className="muted">没有需要隐去的内容。</p>}
      <ol>
        {marks.map((mark) => (
          <li key={mark.number} id={`replacement-${mark.number}`}>
            <span className="replacement-pair">
              <del>{mark.original}</del> <span aria-hidden="true">→</span> <ins>{mark.shown}</ins>
            </span>
            <small>
              {mark.where} · {mark.rule}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
