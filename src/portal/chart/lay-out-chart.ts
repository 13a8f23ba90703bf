import bundle from 'elkjs/lib/elk.bundled.js'
import type { ELK as Elk, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { ChartEdge, ChartGraph, ChartNode } from './chart-graph.ts'
import { sizeOfLabel, sizeOfNode } from './chart-sizes.ts'

export type Point = { readonly x: number; readonly y: number }
export type Box = Point & { readonly width: number; readonly height: number }
export type Layout = {
  readonly width: number
  readonly height: number
  readonly nodes: readonly (ChartNode & Box)[]
  readonly edges: readonly (ChartEdge & { readonly points: readonly Point[]; readonly label: Box })[]
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.edgeLabels.inline': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
}

/** Places stages and arrows, top to bottom; units are pixels of the drawing. Takes up to a second: for a thread of its own. */
export async function layOutChart({ nodes, edges }: ChartGraph): Promise<Layout> {
  const elk = new (bundle as unknown as new () => Elk)()
  const placed: ElkNode = await elk.layout({
    id: 'root',
    layoutOptions: OPTIONS,
    children: nodes.map((node) => ({ id: node.id, ...sizeOfNode(node) })),
    edges: edges.map((edge) => ({
      id: edge.id,
      sources: [edge.from],
      targets: [edge.to],
      labels: [{ id: `${edge.id}:label`, text: edge.titles.join(' '), ...sizeOfLabel(edge) }],
    })),
  })
  return {
    width: Math.ceil(placed.width ?? 0),
    height: Math.ceil(placed.height ?? 0),
    nodes: nodes.map((node) => ({ ...node, ...boxOf(placed.children?.find(({ id }) => id === node.id)) })),
    edges: edges.map((edge) => ({ ...edge, ...wayOf(placed.edges?.find(({ id }) => id === edge.id)) })),
  }
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<ElkNode> = {}): Box {
  return { x, y, width, height }
}

function wayOf(edge: ElkExtendedEdge | undefined) {
  const points = (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ])
  return { points, label: boxOf(edge?.labels?.[0]) }
}
