import { parseArgs } from 'node:util'
import { readSettings, type Settings } from '#server/config.ts'
import { type Connected, connect } from '#server/db/connect.ts'
import { type Command, wrongUse } from '../command.ts'
import type { RunningParts } from '../running-parts.ts'
import { openDesk, openOffice, openPortal } from '../serve-parts.ts'
import { untilStopped } from '../until-stopped.ts'

type Serve = (settings: Settings, connected: Connected, parts: RunningParts) => Promise<string>

const SERVED: Readonly<Record<string, { title: string; serve: Serve }>> = {
  desk: {
    title: '办案端',
    serve: async (settings, connected, parts) => openDesk(await openOffice(settings, connected, parts), parts),
  },
  portal: { title: '公示门户', serve: openPortal },
}

export const command: Command = {
  summary: '只启动办案端或公示门户，可在多台机器上各启动多个',
  usage: ['serve desk', 'serve portal'],
  run: async (args, say) => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    const what = positionals.length === 1 ? SERVED[positionals[0] ?? ''] : undefined
    if (!what) throw wrongUse('请写明启动哪一个：zhaofa serve desk 或 zhaofa serve portal。')
    await untilStopped(async (parts) => {
      const settings = readSettings()
      const connected = await connect(settings, { name: `serve ${positionals[0]}`, say })
      parts.add('数据库', () => connected.release())
      say(`${what.title}已启动：${await what.serve(settings, connected, parts)}`)
    }, say)
    return { text: '', data: { stopped: true } }
  },
}
