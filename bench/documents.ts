import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fontFolders, openTypesetter } from '#server/features/documents/index.ts'
import { twoPageDecision } from '../tests/support/document-fixtures.ts'
import type { Figure } from './figure.ts'

const WARM_UP = 20

export type TypesetRate = { readonly perSecond: number; readonly perCpuSecond: number; readonly firstMs: number }

/** CPU seconds of a process so far, from Linux's process table (ticks of 10 ms); NaN elsewhere. */
function cpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** Typesets a number of different two-page decisions one after another and gives documents per second. */
export async function typesetMany(count: number): Promise<TypesetRate> {
  const typesetter = openTypesetter({ fontFolders: fontFolders(tmpdir()) })
  try {
    const opened = performance.now()
    const { pageCount } = await typesetter.typeset(twoPageDecision(1))
    const firstMs = performance.now() - opened
    if (pageCount !== 2) throw new Error(`the decision of the bench has ${pageCount} pages, not two`)
    for (let serial = 2; serial < WARM_UP; serial++) await typesetter.typeset(twoPageDecision(serial))
    const [started, startedCpu] = [performance.now(), cpuSeconds(typesetter.pid)]
    for (let serial = 0; serial < count; serial++) await typesetter.typeset(twoPageDecision(WARM_UP + serial))
    const perSecond = (count * 1000) / (performance.now() - started)
    return { perSecond, perCpuSecond: count / (cpuSeconds(typesetter.pid) - startedCpu), firstMs }
  } finally {
    await typesetter.close()
  }
}

/** Documents per second on one core (one child process), and the time to the first document with reading the fonts. */
export async function measure(): Promise<readonly Figure[]> {
  const { perSecond, perCpuSecond, firstMs } = await typesetMany(300)
  return [
    { name: '两页决定书排版', figure: Math.round(perSecond), unit: '份/秒', target: '≥ 50' },
    {
      name: '两页决定书排版（按排版进程的 CPU 时间）',
      figure: Math.round(perCpuSecond),
      unit: '份/CPU 秒',
      target: '≥ 50',
    },
    { name: '首份文书（含启动子进程、读字体）', figure: Math.round(firstMs), unit: '毫秒', target: '≤ 2000' },
  ]
}
