import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { opensOf } from '#domain/procedure/opens-of.ts'

/** A stage, with the procedures that run inside it. */
export type ChartNode = {
  readonly id: string
  readonly title: string
  readonly kind: 'start' | 'stage' | 'end'
  readonly inside: readonly string[]
}
/** All ways from one stage to another, as one arrow. */
export type ChartEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly titles: readonly string[]
  /** Article of law, in lines that are short enough. */
  readonly bases: readonly string[]
}
export type ChartGraph = { readonly nodes: readonly ChartNode[]; readonly edges: readonly ChartEdge[] }

const MOST_TITLES = 2

/** What the chart of a procedure shows, read from the definition that runs; `titleOf` names the procedures inside. */
export function chartGraph(procedure: AnyProcedure, titleOf: (code: string) => string): ChartGraph {
  const stages = Object.entries(procedure.stages)
  const nodes = stages.map(([id, stage]): ChartNode => {
    const opened = Object.values(stage.actions).flatMap(opensOf)
    const kind = stage.ends !== undefined ? 'end' : id === procedure.start ? 'start' : 'stage'
    return { id, title: stage.title, kind, inside: [...new Set(opened)].map(titleOf) }
  })
  const ways = stages.flatMap(([from, stage]) =>
    Object.values(stage.actions).flatMap(({ to, title, basis }) =>
      to === undefined ? [] : [{ from, to, title, basis }],
    ),
  )
  const grouped = [...Map.groupBy(ways, ({ from, to }) => `${from}>${to}`)]
  return {
    nodes,
    edges: grouped.map(([id, [first, ...rest]]) => {
      const all = first ? [first, ...rest] : rest
      return {
        id,
        from: first?.from ?? '',
        to: first?.to ?? '',
        titles: titlesOf(all).flatMap(folded),
        bases: folded(basisOf(all)),
      }
    }),
  }
}

const LONGEST_LINE = 15
// After a title of law and after marks; never before the closing mark itself.
const FOLDS = /.+?(?:[》、，；：]|$)/gu

/** A caption in lines, folded where a reader would draw breath. */
function folded(text: string): readonly string[] {
  const folds: string[] = []
  for (const piece of text.match(FOLDS) ?? []) {
    const line = folds.at(-1)
    if (line !== undefined && line.length + piece.length <= LONGEST_LINE) folds[folds.length - 1] = line + piece
    else folds.push(piece)
  }
  return folds
}

type Way = { readonly title: string; readonly basis: string }

function titlesOf(ways: readonly Way[]): readonly string[] {
  const titles = ways.map((way) => way.title)
  return titles.length > MOST_TITLES + 1 ? [...titles.slice(0, MOST_TITLES), `等 ${titles.length} 种情形`] : titles
}

function basisOf(ways: readonly Way[]): string {
  const bases = [...new Set(ways.map((way) => way.basis))]
  return bases.length > 1 ? `${bases[0]}等` : (bases[0] ?? '')
}
