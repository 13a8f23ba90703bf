/** One movement of the pen: an SVG path of whole numbers within the box, and when each of its points was reached. */
export type Stroke = {
  readonly d: string
  /** Milliseconds since the pen first touched the screen, one for each point. */
  readonly ms: readonly number[]
}

/** The box in which everybody signs, whatever the screen. */
export const SIGNING_BOX = { width: 600, height: 240 } as const
const LIMITS = { strokes: 80, points: 4000, leastPoints: 6, leastLength: 90 } as const
const PATH = /^M(\d{1,3}) (\d{1,3})(?:L\d{1,3} \d{1,3})*$/

type Point = readonly [x: number, y: number]

/** Why these strokes are no signature, or nothing. */
export function refuseStrokes(strokes: readonly Stroke[]): string | undefined {
  const pathless = strokes.some(({ d, ms }) => !PATH.test(d) || pointsOf(d).length !== ms.length)
  if (pathless || !isInTime(strokes)) return '签名的笔迹不完整，请清除后重新签名'
  const points = strokes.flatMap(({ d }) => pointsOf(d))
  if (points.some(([x, y]) => x > SIGNING_BOX.width || y > SIGNING_BOX.height))
    return '签名超出了签名框，请清除后重新签名'
  if (strokes.length > LIMITS.strokes || points.length > LIMITS.points) return '签名的笔画太多，请清除后重新签名'
  const length = strokes.reduce((sum, { d }) => sum + lengthOf(pointsOf(d)), 0)
  if (points.length < LIMITS.leastPoints || length < LIMITS.leastLength) return '还没有签名，请在签名框里写下姓名'
  return undefined
}

/** All strokes as one path; a dot is a line to the same place, which round ends make seen. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes.map(({ d }) => (d.includes('L') ? d : `${d}L${d.slice(1)}`)).join('')
}

/** The points of a path that was checked or that is to be. */
export function pointsOf(d: string): readonly Point[] {
  return d
    .slice(1)
    .split('L')
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(' ').map(Number)
      return [x, y]
    })
}

function isInTime(strokes: readonly Stroke[]): boolean {
  const times = strokes.flatMap(({ ms }) => ms)
  return times.every((at, index) => Number.isInteger(at) && at >= (times[index - 1] ?? 0))
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [x, y]
    return sum + Math.hypot(x - fromX, y - fromY)
  }, 0)
}
