import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { ItemImport } from '#contract/items.ts'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { importItems } from '#server/features/catalogue/index.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '导入权责清单（事项的编码、名称、类别、依据、层级、公布和施行日期，CSV）：一个机关的，或者文件里写明机关',
  usage: ['import catalogue <文件> [--agency <机关全称>]'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { agency: { type: 'string' } },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw wrongUse('应给出一个文件，如 import catalogue ./权责清单.csv --agency 某某局。')
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new OperatorError(`没有找到 ${path}，请核对路径。`)
    const connected = await connect(readSettings(), { name: 'import catalogue', say })
    const db = openDatabase({ connection: connected.connectionFor('app'), max: 1 })
    try {
      const source = { file: basename(path), text: readFileSync(path, 'utf8') }
      return report(await importItems(db, source, await agencyOf(db, values.agency), systemClock.now()))
    } finally {
      await db.close()
      await connected.release()
    }
  },
}

async function agencyOf(db: Database, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined
  const { rows } = await db.query<{ id: string }>({
    text: 'SELECT id FROM app.agencies WHERE name = $1',
    values: [name],
  })
  const [found] = rows
  if (!found) throw new OperatorError(`没有机关“${name}”，请写机关的全称。`)
  return found.id
}

function report(found: ItemImport): Answer {
  const { file, rowsRead, rowsTaken, rowsUnchanged, refused } = found
  const head = `${file}：读 ${rowsRead} 行，取 ${rowsTaken} 行，已有 ${rowsUnchanged} 行，拒 ${refused.length} 行。`
  const lines = refused.map(({ line, sentence }) => `  第 ${line} 行：${sentence}。`)
  return { text: [head, ...lines].join('\n'), data: found, exitCode: refused.length > 0 ? 1 : 0 }
}
