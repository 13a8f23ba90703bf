import { type PointerEvent, useRef, useState } from 'react'
import type { Box } from '#domain/recording/recipe.ts'
import { boxBetween, isShownAt, movedBy, type Point, WHOLE } from './boxes.ts'

type Props = {
  readonly boxes: readonly Box[]
  readonly chosen: number | undefined
  readonly positionMs: number
  readonly onChoose: (index: number | undefined) => void
  readonly onDraw: (box: Box) => void
  readonly onChange: (index: number, box: Box) => void
}

/** How far an arrow key moves a box: one part in a hundred. */
const STEP = 100

/** Lies over the picture: draw a box by dragging, take one and move it, delete the chosen one; black as it will be. */
export function BoxLayer({ boxes, chosen, positionMs, onChoose, onDraw, onChange }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const hold = useRef<{ readonly at: Point; readonly index: number | undefined; readonly box: Box | undefined }>(
    undefined,
  )
  const [drawn, setDrawn] = useState<Box>()
  const pointOf = (event: PointerEvent): Point => {
    const place = svg.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return {
      x: ((event.clientX - place.left) / place.width) * WHOLE,
      y: ((event.clientY - place.top) / place.height) * WHOLE,
    }
  }
  const begin = (event: PointerEvent, index?: number) => {
    event.preventDefault()
    event.stopPropagation()
    svg.current?.setPointerCapture(event.pointerId)
    hold.current = { at: pointOf(event), index, box: index === undefined ? undefined : boxes[index] }
    onChoose(index)
  }
  const move = (event: PointerEvent) => {
    const held = hold.current
    if (!held) return
    const here = pointOf(event)
    if (held.index === undefined || !held.box) setDrawn(boxBetween(held.at, here))
    else onChange(held.index, movedBy(held.box, here.x - held.at.x, here.y - held.at.y))
  }
  const end = () => {
    hold.current = undefined
    if (drawn) onDraw(drawn)
    setDrawn(undefined)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset; each box in it is a button
    <svg
      ref={svg}
      className="box-layer"
      viewBox={`0 0 ${WHOLE} ${WHOLE}`}
      preserveAspectRatio="none"
      role="group"
      aria-label="遮盖的框，在画面上拖动来画"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
    >
      {boxes.map((box, index) => (
        <OneBox
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no names, and the order is the one they were drawn in
          key={index}
          box={box}
          index={index}
          isChosen={index === chosen}
          isShown={isShownAt(box, positionMs)}
          onBegin={(event) => begin(event, index)}
          onChoose={() => onChoose(index)}
          onMove={(dx, dy) => onChange(index, movedBy(box, dx * STEP, dy * STEP))}
        />
      ))}
      {drawn && <rect className="box drawing" x={drawn.x} y={drawn.y} width={drawn.width} height={drawn.height} />}
    </svg>
  )
}

type OneProps = {
  readonly box: Box
  readonly index: number
  readonly isChosen: boolean
  readonly isShown: boolean
  readonly onBegin: (event: PointerEvent) => void
  readonly onChoose: () => void
  readonly onMove: (dx: number, dy: number) => void
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function OneBox({ box, index, isChosen, isShown, onBegin, onChoose, onMove }: OneProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside of a drawing there are no buttons
    <rect
      className={`box${isChosen ? ' chosen' : ''}${isShown ? '' : ' away'}`}
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      role="button"
      tabIndex={0}
      data-own-keys
      aria-label={`框 ${index + 1}，方向键移动`}
      onPointerDown={onBegin}
      onFocus={onChoose}
      onKeyDown={(event) => {
        const arrow = ARROWS[event.key]
        if (!arrow) return
        event.preventDefault()
        onMove(...arrow)
      }}
    />
  )
}
