import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#server/context.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { type IntakeReport, type ReportLine, reportOf, reportText } from './intake-report.ts'
import type { ListedFile } from './listed-file.ts'
import { isFault, type LineFault, type ManifestLine, OWN_FOLDERS } from './manifest-line.ts'
import { putAway, writeReport } from './put-away.ts'
import { MANIFEST_NAMES, type ManifestFault, readManifest } from './read-manifest.ts'
import { type Station, takeLine } from './take-line.ts'

const MOST_BYTES = 16 * 1024 * 1024

export type BatchOrder = {
  readonly folder: string
  readonly agencyId: string
  readonly mayStillGrow: (file: ListedFile) => boolean
  /** Whether a file that has not come, or does not fit, may still come right; else the line is settled. */
  readonly mayStillCome: (manifestAgeMs: number) => boolean
}

/** Takes in what the folder's list names. When every line is settled, list and report lie under `done` and `failed`. */
export async function takeBatch(ctx: Context, order: BatchOrder): Promise<IntakeReport | ManifestFault> {
  const folder = await realpath(order.folder)
  const found = await findManifest(folder)
  if ('sentence' in found) return found
  const manifest = readManifest(found.name, found.bytes)
  if ('sentence' in manifest) return manifest
  const parameters = await loadParameterValues(ctx.db, order.agencyId)
  const station = {
    agencyId: order.agencyId,
    parameters,
    now: ctx.clock.now(),
    folder,
    mayStillGrow: order.mayStillGrow,
  }
  const mayStillCome = order.mayStillCome(ctx.clock.now().getTime() - found.mtimeMs)
  const lines: ReportLine[] = []
  for (const line of manifest.lines) lines.push(await settle(ctx, { station, batch: found.batch, mayStillCome }, line))
  const unlisted = await findUnlisted(folder, manifest.lines)
  const report = reportOf(
    { manifest: found.name, batch: found.batch, at: ctx.clock.now().toISOString(), unlisted },
    lines,
  )
  if (report.waiting === 0) await close(folder, found.name, report)
  return report
}

type Found = { readonly name: string; readonly bytes: Buffer; readonly batch: string; readonly mtimeMs: number }

async function findManifest(folder: string): Promise<Found | ManifestFault> {
  const names = await readdir(folder)
  const there = MANIFEST_NAMES.filter((name) => names.includes(name))
  const [name] = there
  if (name === undefined) return { sentence: NO_MANIFEST }
  if (there.length > 1) return { sentence: '文件夹里同时有 manifest.csv 和 manifest.json；请只留一份。' }
  const path = join(folder, name)
  const { size, mtimeMs, mtime } = await stat(path)
  if (size > MOST_BYTES) return { sentence: `清单 ${name} 超过 16 MiB，请分成几份。` }
  const bytes = await readFile(path)
  const digest = createHash('sha256').update(bytes).digest('hex')
  // The same list is the same batch, also after a crash.
  return { name, bytes, mtimeMs, batch: `${mtime.toISOString().slice(0, 10)}-${digest.slice(0, 12)}` }
}

const NO_MANIFEST =
  '文件夹里没有 manifest.csv 或者 manifest.json：没有清单就不知道是哪台设备、什么时候、由谁拍的。请由采集站写出清单，格式见运维手册“采集站”。'

type Settling = { readonly station: Station; readonly batch: string; readonly mayStillCome: boolean }

async function settle(
  ctx: Context,
  { station, batch, mayStillCome }: Settling,
  line: ManifestLine | LineFault,
): Promise<ReportLine> {
  const at = { line: line.line, file: line.file }
  if (isFault(line)) return { ...at, is: 'refused', sentence: line.sentence }
  const outcome = await takeLine(ctx, station, line)
  const { path, mayMend, ...told } = outcome
  if (mayStillCome && mayMend) return { ...at, ...told, is: 'waiting', sentence: `${told.sentence}再等一等。` }
  if (path !== undefined && outcome.is !== 'waiting') {
    const place = outcome.is === 'refused' ? 'failed' : 'done'
    await putAway(path, join(station.folder, place, batch), line.file)
  }
  return { ...at, ...told }
}

async function findUnlisted(folder: string, lines: readonly { readonly file: string }[]): Promise<readonly string[]> {
  const listed = new Set(lines.map(({ file }) => file))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !OWN_FOLDERS.includes(path.split('/')[0] ?? ''))
    .filter((path) => !listed.has(path) && !MANIFEST_NAMES.some((name) => name === path))
    .toSorted()
    .slice(0, 100)
}

/** The list goes last: as long as it lies in the folder, a new run goes on where this one stopped. */
async function close(folder: string, name: string, report: IntakeReport): Promise<void> {
  const texts = { json: `${JSON.stringify(report, undefined, 2)}\n`, text: `${reportText(report)}\n` }
  const [done, failed] = [join(folder, 'done', report.batch), join(folder, 'failed', report.batch)]
  await writeReport(done, texts)
  if (report.wrong > 0) await writeReport(failed, texts)
  await putAway(join(folder, name), report.wrong > 0 ? failed : done, name)
}
