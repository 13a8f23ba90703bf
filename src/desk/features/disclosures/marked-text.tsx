import type { ReplacementRow } from '#contract/disclosures.ts'

export type Numbered = ReplacementRow & { readonly number: number }

/** Each replacement with the number under which it is listed. */
export function numbered(replacements: readonly ReplacementRow[]): readonly Numbered[] {
  return replacements.map((item, index) => ({ ...item, number: index + 1 }))
}

/** A text of the record with its replacements marked and numbered; the numbers are those of the list below. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Numbered[] }) {
  return (
    <>
      {piecesOf(text, marks).map((piece) =>
        piece.mark ? (
          <mark key={piece.at} className="hidden-mark">
            {piece.text}
            <sup>
              <a href={`#replacement-${piece.mark.number}`} aria-label={`第 ${piece.mark.number} 处脱敏`}>
                {piece.mark.number}
              </a>
            </sup>
          </mark>
        ) : (
          <span key={piece.at}>{piece.text}</span>
        ),
      )}
    </>
  )
}

type Piece = { readonly at: number; readonly text: string; readonly mark?: Numbered }

/** The replacements stand in the order of the text, so that each is looked for behind the one before. */
export function piecesOf(text: string, marks: readonly Numbered[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const mark of marks) {
    const at = text.indexOf(mark.shown, from)
    if (at < 0) continue
    if (at > from) pieces.push({ at: from, text: text.slice(from, at) })
    pieces.push({ at, text: mark.shown, mark })
    from = at + mark.shown.length
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from) })
  return pieces
}
