import { type PointerEvent, useRef } from 'react'
import { pathOf, SIGNING_BOX, type Stroke } from '#domain/signing/strokes.ts'
import { begin, draw, inBox } from './pen.ts'

type Props = {
  readonly label: string
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
  readonly isSmall?: boolean
}

/** A box to sign in, by finger, pen or mouse; paper and ink in the dark as well. */
export function SignaturePad({ label, strokes, onChange, isSmall = false }: Props) {
  const firstAt = useRef(0)
  const drawing = useRef<readonly Stroke[]>(strokes)
  drawing.current = strokes
  const change = (next: readonly Stroke[]) => {
    drawing.current = next
    onChange(next)
  }
  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    if (drawing.current.length === 0) firstAt.current = event.timeStamp
    change(begin(drawing.current, inBox(event, event.currentTarget.getBoundingClientRect()), firstAt.current))
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const frame = event.currentTarget.getBoundingClientRect()
    const fine = event.nativeEvent.getCoalescedEvents?.() ?? []
    const touches = (fine.length > 0 ? fine : [event.nativeEvent]).map((one) => inBox(one, frame))
    change(draw(drawing.current, touches, firstAt.current))
  }
  return (
    <div className={isSmall ? 'pad small' : 'pad'}>
      <svg
        viewBox={`0 0 ${SIGNING_BOX.width} ${SIGNING_BOX.height}`}
        role="img"
        aria-label={strokes.length === 0 ? `${label}：还没有签名` : `${label}：已写 ${strokes.length} 笔`}
        data-pad={label}
        onPointerDown={down}
        onPointerMove={move}
      >
        <title>{label}</title>
        <line x1="30" x2="570" y1="196" y2="196" className="pad-line" />
        {strokes.length > 0 && <path d={pathOf(strokes)} className="pad-ink" />}
        {strokes.length === 0 && (
          <text x="300" y="130" className="pad-hint">
            在这里签名
          </text>
        )}
      </svg>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          disabled={strokes.length === 0}
          onClick={() => onChange(strokes.slice(0, -1))}
        >
          撤回一笔
        </button>
        <button type="button" className="button small" disabled={strokes.length === 0} onClick={() => onChange([])}>
          清除重签
        </button>
      </div>
    </div>
  )
}
