import type { Context } from '#server/context.ts'
import { type IntakeReport, reportText } from './intake-report.ts'
import type { ListedFile } from './listed-file.ts'
import { takeBatch } from './take-batch.ts'

const POLL_MS = 2000
/** How long a list may wait for its files before what is missing is reported as missing. */
const PATIENCE_MS = 15 * 60_000

export type Watch = { readonly stopped: Promise<void>; close(): void }
export type WatchOrder = { readonly folder: string; readonly agencyId: string; readonly pollMs?: number }

/** Looks again and again; a file counts as written when two looks see the same size and time. */
export function watchFolder(ctx: Context, order: WatchOrder, say: (sentence: string) => void): Watch {
  const closing = new AbortController()
  return { stopped: look(ctx, order, say, closing.signal), close: () => closing.abort() }
}

async function look(
  ctx: Context,
  { folder, agencyId, pollMs = POLL_MS }: WatchOrder,
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Map<string, string>()
  const mayStillGrow = ({ path, size, mtimeMs }: ListedFile): boolean => {
    const now = `${size} ${mtimeMs}`
    const isSame = seen.get(path) === now
    seen.set(path, now)
    return !isSame
  }
  const mayStillCome = (ageMs: number): boolean => ageMs < PATIENCE_MS
  let last = ''
  while (!signal.aborted) {
    const report = await takeBatch(ctx, { folder, agencyId, mayStillGrow, mayStillCome })
    const told = 'sentence' in report ? '' : toldOf(report)
    if (told !== last && told !== '') say(told)
    last = told
    await pause(pollMs, signal)
  }
}

/** What is only waited for is told in one line. */
const toldOf = (report: IntakeReport): string =>
  report.waiting === 0
    ? reportText(report)
    : `${report.manifest}：已存入 ${report.stored + report.known} 件，还在等 ${report.waiting} 件。`

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
