import './hints.css'
import { Link } from '@tanstack/react-router'
import type { Hint, HintLine } from '#domain/hint/hint.ts'

const TONES: Readonly<Record<Hint['tone'], string>> = { stop: '不能处罚', care: '请核对', plain: '已核对' }

type Props = {
  readonly hints: readonly Hint[]
  /** Puts an item of a list into the form, where it asks for one. */
  readonly onCite?: ((text: string) => void) | undefined
}

/** Hints one below the other, what stops first; each with its word, its sentence and its article. */
export function HintList({ hints, onCite }: Props) {
  const order = ['stop', 'care', 'plain']
  const sorted = hints.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone))
  return (
    <ul className="hint-list">
      {sorted.map((hint, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints have no id, and a list may name an act twice
        <li key={index} className={hint.tone}>
          <p>
            <b className="hint-tone">{TONES[hint.tone]}</b> <b>{hint.title}</b>
          </p>
          <p>
            {hint.sentence}。<small>{hint.basis}</small>
          </p>
          {hint.lines && hint.lines.length > 0 && (
            <ul className="hint-lines">
              {hint.lines.map((line) => (
                <li key={line.text}>
                  <Line line={line} onCite={onCite} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Line({ line: { text, caseId, cite }, onCite }: { readonly line: HintLine; readonly onCite: Props['onCite'] }) {
  if (caseId)
    return (
      <Link to="/cases/$caseId" params={{ caseId }} target="_blank">
        {text}
      </Link>
    )
  return (
    <>
      {text}
      {cite && onCite && (
        <button type="button" className="button small" onClick={() => onCite(cite)}>
          引用<span className="unseen">{cite}</span>
        </button>
      )}
    </>
  )
}
