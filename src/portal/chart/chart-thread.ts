import { parentPort, workerData } from 'node:worker_threads'
import type { ChartGraph } from './chart-graph.ts'
import { layOutChart } from './lay-out-chart.ts'

parentPort?.postMessage(await layOutChart(workerData as ChartGraph))
