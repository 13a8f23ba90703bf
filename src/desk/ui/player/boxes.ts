import type { Box } from '#domain/recording/recipe.ts'

export const WHOLE = 10_000
/** Half a percent: less cannot be seen, and was a click that trembled. */
export const LEAST = 50

export type Point = { readonly x: number; readonly y: number }

const within = (value: number, least: number, most: number) => Math.round(Math.min(most, Math.max(least, value)))

/** The box between two corners, wherever they were dragged to; undefined when it is too small to have been meant. */
export function boxBetween(one: Point, other: Point): Box | undefined {
  const [x, y] = [within(Math.min(one.x, other.x), 0, WHOLE), within(Math.min(one.y, other.y), 0, WHOLE)]
  const width = within(Math.max(one.x, other.x), 0, WHOLE) - x
  const height = within(Math.max(one.y, other.y), 0, WHOLE) - y
  return width < LEAST || height < LEAST ? undefined : { x, y, width, height }
}

/** The same box elsewhere, all of it inside the picture. */
export function movedBy(box: Box, dx: number, dy: number): Box {
  return { ...box, x: within(box.x + dx, 0, WHOLE - box.width), y: within(box.y + dy, 0, WHOLE - box.height) }
}

/** One side of a box set to a number; the others give way so that it stays inside the picture. */
export function withSide(box: Box, side: 'x' | 'y' | 'width' | 'height', value: number): Box {
  if (side === 'x') return { ...box, x: within(value, 0, WHOLE - box.width) }
  if (side === 'y') return { ...box, y: within(value, 0, WHOLE - box.height) }
  if (side === 'width') return { ...box, width: within(value, LEAST, WHOLE - box.x) }
  return { ...box, height: within(value, LEAST, WHOLE - box.y) }
}

/** Whether a box covers the picture at this moment. */
export function isShownAt({ fromMs, untilMs }: Box, ms: number): boolean {
  return fromMs === undefined || untilMs === undefined || (ms >= fromMs && ms <= untilMs)
}
