import { SIGNING_BOX, type Stroke } from '#domain/signing/strokes.ts'

type Touch = { readonly x: number; readonly y: number; readonly at: number }

/** A place on the screen as a place in the box that everybody signs in. */
export function inBox(
  { clientX, clientY, timeStamp }: { clientX: number; clientY: number; timeStamp: number },
  frame: { left: number; top: number; width: number; height: number },
): Touch {
  const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most))
  return {
    x: within(((clientX - frame.left) / frame.width) * SIGNING_BOX.width, SIGNING_BOX.width),
    y: within(((clientY - frame.top) / frame.height) * SIGNING_BOX.height, SIGNING_BOX.height),
    at: timeStamp,
  }
}

/** The strokes with one more that begins here; time is counted from the first touch of all. */
export function begin(strokes: readonly Stroke[], { x, y, at }: Touch, firstAt: number): readonly Stroke[] {
  return [...strokes, { d: `M${x} ${y}`, ms: [Math.round(at - firstAt)] }]
}

/** The newest stroke drawn on to these points; a pen that rests adds none. */
export function draw(strokes: readonly Stroke[], touches: readonly Touch[], firstAt: number): readonly Stroke[] {
  const last = strokes.at(-1)
  if (!last) return strokes
  const drawn = touches.reduce<Stroke>(
    (stroke, { x, y, at }) =>
      stroke.d.endsWith(`${x} ${y}`)
        ? stroke
        : { d: `${stroke.d}L${x} ${y}`, ms: [...stroke.ms, Math.max(stroke.ms.at(-1) ?? 0, Math.round(at - firstAt))] },
    last,
  )
  return [...strokes.slice(0, -1), drawn]
}
