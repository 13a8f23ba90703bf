import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { type DeadlineReport, recomputeDeadlines } from '#server/features/cases/index.ts'
import { type HolidayImport, type HolidaySource, importHolidays } from '#server/features/catalogue/index.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '导入年度放假安排（本系统格式或者 holiday-cn 格式的 JSON，一个文件或者一个文件夹）',
  usage: ['import holidays <文件或者文件夹>'],
  run: async (args, say) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw wrongUse('应给出一个文件或者文件夹，如 import holidays db/holidays。')
    const sources = readSources(path)
    const connected = await connect(readSettings(), { name: 'import holidays', say })
    try {
      const db = openDatabase({ connection: connected.connectionFor('app'), max: 1 })
      try {
        const reports = await importAll(db, sources)
        return report(reports, await recomputeAfter(db, reports))
      } finally {
        await db.close()
      }
    } finally {
      await connected.release()
    }
  },
}

/** The JSON files of a path, in the order of their names. */
function readSources(path: string): readonly HolidaySource[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new OperatorError(`没有找到 ${path}，请核对路径。`)
  const files = stat.isDirectory() ? jsonFilesIn(path) : [path]
  if (files.length === 0) throw new OperatorError(`${path} 中没有 .json 文件。`)
  return files.map((file) => ({ file: basename(file), text: readFileSync(file, 'utf8') }))
}

function jsonFilesIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => join(folder, name))
}

async function importAll(db: Database, sources: readonly HolidaySource[]): Promise<readonly HolidayImport[]> {
  const reports: HolidayImport[] = []
  try {
    for (const source of sources) reports.push(await importHolidays(db, source, systemClock.now()))
  } catch (error) {
    // 42P01: the table is not there.
    if ((error as { code?: string }).code !== '42P01') throw error
    throw new OperatorError('数据库还没有建立表，请先执行 npm run -s zhaofa -- migrate。')
  }
  return reports
}

/** A year that was taken moves the terms that run into it. */
async function recomputeAfter(db: Database, reports: readonly HolidayImport[]): Promise<DeadlineReport | undefined> {
  const isTaken = reports.some(({ outcome }) => outcome === 'taken')
  return isTaken ? recomputeDeadlines({ db, clock: systemClock }) : undefined
}

function movedLines(deadlines: DeadlineReport | undefined): readonly string[] {
  if (!deadlines) return []
  const { cases, moved } = deadlines
  const head = `未办结案件 ${cases} 件，截止日变动的期限 ${moved.length} 个。`
  return [head, ...moved.map(({ number, name, title, from, to }) => `  ${number ?? name}：${title}，${from} → ${to}`)]
}

const OUTCOMES: Readonly<Record<HolidayImport['outcome'], string>> = {
  taken: '已采用',
  unchanged: '与已有安排相同，没有改动',
  unpublished: '没有数据，该年度安排尚未发布，仍按周末估算',
  refused: '没有采用',
}

function report(reports: readonly HolidayImport[], deadlines: DeadlineReport | undefined): Answer {
  const refused = reports.flatMap((file) => file.refused)
  const lines = reports.flatMap((file) => [
    `${file.file}：${file.year === null ? '' : `${file.year} 年，`}读 ${file.rowsRead} 条，取 ${file.rowsTaken} 条，拒 ${file.refused.length} 条；${OUTCOMES[file.outcome]}。`,
    ...file.refused.map(({ line, sentence }) => `  ${line > 0 ? `第 ${line} 行，` : ''}${sentence}。`),
  ])
  const text = [...lines, ...movedLines(deadlines)].join('\n')
  return { text, data: { files: reports, deadlines: deadlines ?? null }, exitCode: refused.length > 0 ? 1 : 0 }
}
