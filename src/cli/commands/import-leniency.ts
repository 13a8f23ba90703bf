import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { importLeniency, type LeniencyImport } from '#server/features/catalogue/index.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '导入免罚清单（轻微不罚、首违不罚，CSV）：写明是哪个机关的或者哪个地区的，都不写是全国的',
  usage: ['import leniency <文件> [--agency <机关全称>] [--region <区划代码>]'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { agency: { type: 'string' }, region: { type: 'string' } },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0 || (values.agency && values.region))
      throw wrongUse('应给出一个文件，机关和地区至多写一个，如 import leniency ./清单.csv --region 990102。')
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new OperatorError(`没有找到 ${path}，请核对路径。`)
    const connected = await connect(readSettings(), { name: 'import leniency', say })
    const db = openDatabase({ connection: connected.connectionFor('app'), max: 1 })
    try {
      const source = { file: basename(path), text: readFileSync(path, 'utf8') }
      return report(await importLeniency(db, source, await scopeOf(db, values), systemClock.now()))
    } finally {
      await db.close()
      await connected.release()
    }
  },
}

type Place = { readonly agency?: string | undefined; readonly region?: string | undefined }

async function scopeOf(db: Database, { agency, region }: Place) {
  if (region !== undefined) {
    const { rows } = await db.query({ text: 'SELECT FROM app.regions WHERE code = $1', values: [region] })
    if (rows.length === 0) throw new OperatorError(`没有区划代码 ${region}，请核对。`)
    return { regionCode: region }
  }
  if (agency === undefined) return {}
  const { rows } = await db.query<{ id: string }>({
    text: 'SELECT id FROM app.agencies WHERE name = $1',
    values: [agency],
  })
  const [found] = rows
  if (!found) throw new OperatorError(`没有机关“${agency}”，请写机关的全称。`)
  return { agencyId: found.id }
}

function report(found: LeniencyImport): Answer {
  const { file, rowsRead, rowsTaken, rowsUnchanged, refused } = found
  const head = `${file}：读 ${rowsRead} 行，取 ${rowsTaken} 行，已有 ${rowsUnchanged} 行，拒 ${refused.length} 行。`
  const lines = refused.map(({ line, sentence }) => `  第 ${line} 行：${sentence}。`)
  return { text: [head, ...lines].join('\n'), data: found, exitCode: refused.length > 0 ? 1 : 0 }
}
