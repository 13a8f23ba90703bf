import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { importViolations, type ViolationImport } from '#server/features/catalogue/index.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '导入违法情形、依据和处罚幅度（CSV，一个文件或者一个文件夹；文件名即领域）',
  usage: ['import violations <文件或者文件夹>'],
  run: async (args, say) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) {
      throw wrongUse('应给出一个文件或者文件夹，如 import violations ./violations。')
    }
    const files = filesOf(path)
    const connected = await connect(readSettings(), { name: 'import violations', say })
    const db = openDatabase({ connection: connected.connectionFor('app'), max: 1 })
    try {
      return report(await importAll(db, files))
    } finally {
      await db.close()
      await connected.release()
    }
  },
}

function filesOf(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new OperatorError(`没有找到 ${path}，请核对路径。`)
  if (!stat.isDirectory()) return [path]
  const names = readdirSync(path).filter((name) => name.toLowerCase().endsWith('.csv'))
  if (names.length === 0) throw new OperatorError(`${path} 中没有 .csv 文件。`)
  return names.sort().map((name) => join(path, name))
}

/** `market.csv` is the domain `market`; what cannot be an identifier becomes a hyphen. */
function domainOf(file: string): string {
  const name = basename(file)
    .replace(/\.csv$/i, '')
    .toLowerCase()
  const plain = name
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
  return plain === '' ? 'imported' : plain
}

async function importAll(db: Database, files: readonly string[]): Promise<readonly ViolationImport[]> {
  const reports: ViolationImport[] = []
  try {
    for (const file of files) {
      const source = { file: basename(file), domain: domainOf(file), stream: createReadStream(file) }
      reports.push(await importViolations(db, source, systemClock.now()))
    }
  } catch (error) {
    // 42P01: the table is not there.
    if ((error as { code?: string }).code !== '42P01') throw error
    throw new OperatorError('数据库还没有建立表，请先执行 npm run -s zhaofa -- migrate。')
  }
  return reports
}

function report(files: readonly ViolationImport[]): Answer {
  const total = (pick: (file: ViolationImport) => number) => files.reduce((sum, file) => sum + pick(file), 0)
  const refused = total((file) => file.refused.length)
  const parsed = total((file) => file.parsed)
  const stating = total((file) => file.statingAmount)
  const lines = files.flatMap(fileLines)
  lines.push(
    `合计：读 ${total((file) => file.rowsRead)} 行，取 ${total((file) => file.rowsTaken)} 行，拒 ${refused} 行；幅度解析率 ${rate(parsed, stating)}（${parsed}／${stating}）。`,
  )
  return {
    text: lines.join('\n'),
    data: {
      files: files.map((file) => ({ ...file, parseRate: share(file.parsed, file.statingAmount) })),
      parseRate: share(parsed, stating),
    },
    exitCode: refused > 0 ? 1 : 0,
  }
}

function fileLines(file: ViolationImport): readonly string[] {
  const { rowsRead, rowsTaken, rowsUnchanged, blankLines, refused, parsed, statingAmount, unparsed } = file
  const counts = `读 ${rowsRead} 行，取 ${rowsTaken} 行，已有 ${rowsUnchanged} 行，空 ${blankLines.length} 行，拒 ${refused.length} 行`
  const told = [...refused, ...unparsed]
  return [
    `${file.file}：${counts}；幅度解析率 ${rate(parsed, statingAmount)}（${parsed}／${statingAmount}）。`,
    ...told.map(
      ({ line, column, sentence }) => `  第 ${line} 行${column === '' ? '' : `，“${column}”列`}：${sentence}。`,
    ),
  ]
}

function share(parsed: number, stating: number): number | null {
  return stating === 0 ? null : Math.round((parsed / stating) * 1000) / 1000
}

function rate(parsed: number, stating: number): string {
  return stating === 0 ? '无' : `${((parsed / stating) * 100).toFixed(1)}%`
}
