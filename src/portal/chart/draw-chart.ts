import { type Html, html } from '../html.ts'
import { LINE_HEIGHT, SMALL_SIZE, TITLE_SIZE } from './chart-sizes.ts'
import type { Layout, Point } from './lay-out-chart.ts'

/** The chart as one static drawing; colours come from the style sheet, so that it follows light and dark. */
export function drawChart({ width, height, nodes, edges }: Layout, title: string): Html {
  return html`<svg class="chart" role="img" aria-label="${title}流程图；文字版在图的下面" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${edges.map(({ points }) => arrow(points))}
${edges.map(label)}
${nodes.map(box)}
</svg>`
}

const round = (value: number): number => Math.round(value * 10) / 10

function arrow(points: readonly Point[]): Html {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
  return html`<path class="way" fill="none" d="${path}"/><path class="head" d="${head(points)}"/>`
}

/** A triangle at the end, pointing as the last piece of the way runs. */
function head(points: readonly Point[]): string {
  const [before, end] = points.slice(-2)
  if (!before || !end) return ''
  const [dx, dy] = [Math.sign(round(end.x - before.x)), Math.sign(round(end.y - before.y))]
  const corner = (side: number) => `${round(end.x - 8 * dx + 4 * side * dy)} ${round(end.y - 8 * dy + 4 * side * dx)}`
  return `M${round(end.x)} ${round(end.y)}L${corner(1)}L${corner(-1)}Z`
}

function label({ label: at, titles, bases }: Layout['edges'][number]): Html {
  const middle = round(at.x + at.width / 2)
  const y = (line: number) => round(at.y + (line + 0.75) * LINE_HEIGHT)
  return html`<rect class="plate" x="${round(at.x)}" y="${round(at.y)}" width="${round(at.width)}" height="${round(at.height)}"/><g text-anchor="middle" font-size="${SMALL_SIZE}">${titles.map(
    (title, line) => html`<text class="act" x="${middle}" y="${y(line)}">${title}</text>`,
  )}${bases.map(
    (basis, line) =>
      html`<text class="law" font-size="${SMALL_SIZE - 1}" x="${middle}" y="${y(titles.length + line)}">${basis}</text>`,
  )}</g>`
}

function box({ x, y, width, height, title, kind, inside }: Layout['nodes'][number]): Html {
  const middle = round(x + width / 2)
  return html`<g text-anchor="middle"><rect class="box ${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${kind === 'stage' ? 3 : 21}"/><text class="name" font-size="${TITLE_SIZE}" x="${middle}" y="${round(y + 27)}">${title}</text>${inside.map(
    (name, line) =>
      html`<text class="law" font-size="${SMALL_SIZE}" x="${middle}" y="${round(y + 44 + line * LINE_HEIGHT)}">内含：${name}</text>`,
  )}</g>`
}
