import { parseArgs } from 'node:util'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { migrateHome } from '#server/db/migrate-home.ts'
import { writeSchema } from '#server/db/write-schema.ts'
import type { Answer, Command } from '../command.ts'

export const command: Command = {
  summary: '建立或升级数据库：角色、表、权限、作业表',
  usage: ['migrate', 'migrate --write-schema   （开发用：重写 db/schema.sql 与 tables.ts）'],
  run: async (args, say) => {
    const { values } = parseArgs({ args: [...args], options: { 'write-schema': { type: 'boolean' } } })
    return values['write-schema'] ? rewriteSchema(say) : migrateNow(say)
  },
}

async function migrateNow(say: (sentence: string) => void): Promise<Answer> {
  const settings = readSettings()
  const connected = await connect(settings, { name: 'migrate', say })
  try {
    const report = await migrateHome(settings, connected)
    const done = report.applied.length === 0 ? '没有新的迁移' : `执行了 ${report.applied.join('、')}`
    return { text: `数据库已是最新：共 ${report.total} 个迁移，${done}。`, data: report }
  } finally {
    await connected.release()
  }
}

async function rewriteSchema(say: (sentence: string) => void): Promise<Answer> {
  const written = await writeSchema(say)
  return { text: `已重写 ${written.join(' 与 ')}。`, data: { written } }
}
