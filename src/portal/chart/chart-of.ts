import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import type { Html } from '../html.ts'
import { type ChartGraph, chartGraph } from './chart-graph.ts'
import { drawChart } from './draw-chart.ts'
import type { Layout } from './lay-out-chart.ts'

const drawn = new Map<string, Promise<Html>>()

/** The chart of a procedure; a definition never changes under its version, so each is drawn once, when first asked for. */
export function chartOf(procedure: AnyProcedure, titleOf: (code: string) => string): Promise<Html> {
  const key = `${procedure.code}@${procedure.version}`
  const known = drawn.get(key)
  if (known) return known
  const made = layOut(chartGraph(procedure, titleOf)).then((layout) => drawChart(layout, procedure.title))
  drawn.set(key, made)
  made.catch(() => drawn.delete(key))
  return made
}

/** In a thread that ends with its work: the layout engine takes a second and 50 MB, and pages wait for neither. */
async function layOut(graph: ChartGraph): Promise<Layout> {
  const worker = new Worker(new URL('chart-thread.ts', import.meta.url), { workerData: graph })
  try {
    const [layout] = (await once(worker, 'message')) as [Layout]
    return layout
  } finally {
    await worker.terminate()
  }
}
