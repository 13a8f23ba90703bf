import type { ChartEdge, ChartNode } from './chart-graph.ts'

export const TITLE_SIZE = 16
export const SMALL_SIZE = 13
export const LINE_HEIGHT = 19
const PADDING = 14

/** Chinese characters are as wide as they are high; others take a little more than half. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? size : size * 0.6), 0)
}

export function sizeOfNode({ title, inside }: ChartNode) {
  const widest = Math.max(widthOf(title, TITLE_SIZE), ...inside.map((name) => widthOf(`内含：${name}`, SMALL_SIZE)))
  return { width: Math.max(108, Math.ceil(widest) + 2 * PADDING), height: 42 + inside.length * LINE_HEIGHT }
}

export function sizeOfLabel({ titles, bases }: ChartEdge) {
  const widths = [
    ...titles.map((title) => widthOf(title, SMALL_SIZE)),
    ...bases.map((basis) => widthOf(basis, SMALL_SIZE - 1)),
  ]
  return { width: Math.ceil(Math.max(...widths)) + 8, height: (titles.length + bases.length) * LINE_HEIGHT }
}
