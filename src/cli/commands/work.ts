import { parseArgs } from 'node:util'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import type { Command } from '../command.ts'
import { openOffice, openWorker } from '../serve-parts.ts'
import { untilStopped } from '../until-stopped.ts'

export const command: Command = {
  summary: '只执行后台作业：制作文书、到期公示、存证编号、清理过期上传；可在多台机器上各启动多个',
  usage: ['work'],
  run: async (args, say) => {
    parseArgs({ args: [...args], options: {} })
    await untilStopped(async (parts) => {
      const settings = readSettings()
      const connected = await connect(settings, { name: 'work', say })
      parts.add('数据库', () => connected.release())
      await openWorker(await openOffice(settings, connected, parts), parts)
      say('后台作业已启动。')
    }, say)
    return { text: '', data: { stopped: true } }
  },
}
