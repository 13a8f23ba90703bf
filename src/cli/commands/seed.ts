import { parseArgs } from 'node:util'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { refuseUnmigrated } from '#server/db/migrate.ts'
import { seedDemo } from '#server/features/demo/seed-demo.ts'
import { openContext } from '#server/open-context.ts'
import type { Answer, Command } from '../command.ts'

export const command: Command = {
  summary: '载入虚构的演示地区（南屏市青石区）；已有的不改',
  usage: ['seed'],
  run: async (args, say) => {
    parseArgs({ args: [...args], options: {} })
    return seed(say)
  },
}

async function seed(say: (sentence: string) => void): Promise<Answer> {
  const settings = readSettings()
  const connected = await connect(settings, { name: 'seed', say })
  try {
    const context = await openContext(settings, connected)
    try {
      await refuseUnmigrated(context.db)
      const { logins } = await seedDemo(context)
      const lines = logins.map(({ login, password, title }) => `${login}\t${password}\t${title}`)
      return { text: `演示地区已载入。演示账号：\n${lines.join('\n')}`, data: { logins } }
    } finally {
      await context.close()
    }
  } finally {
    await connected.release()
  }
}
