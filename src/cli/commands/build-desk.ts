import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { buildDesk } from '../desk-build.ts'

export const command: Command = {
  summary: '源码变动后构建办案端页面（start 会自己做；制作镜像时用）',
  usage: ['build-desk'],
  run: async (args, say) => {
    parseArgs({ args: [...args], options: {} })
    await buildDesk(say)
    return { text: '办案端页面已是最新。', data: { built: true } }
  },
}
