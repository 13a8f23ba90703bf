import { parseArgs } from 'node:util'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { migrateHome } from '#server/db/migrate-home.ts'
import type { Answer, Command } from '../command.ts'
import { demoLoginLines, seedOnce } from '../demo.ts'
import { buildDesk } from '../desk-build.ts'
import type { RunningParts } from '../running-parts.ts'
import { openDesk, openOffice, openPortal, openWorker } from '../serve-parts.ts'
import { untilStopped } from '../until-stopped.ts'

type Say = (sentence: string) => void

export const command: Command = {
  summary: '在一个进程里启动全部：数据库、办案端、公示门户、后台作业；Ctrl+C 停止',
  usage: ['start'],
  run: async (args, say): Promise<Answer> => {
    parseArgs({ args: [...args], options: {} })
    await untilStopped((parts) => start(parts, say), say)
    return { text: '', data: { stopped: true } }
  },
}

async function start(parts: RunningParts, say: Say): Promise<void> {
  const settings = readSettings()
  const { host, port, portalPort } = settings.config
  const connected = await connect(settings, { name: `start ${host}:${port},${portalPort}`, alone: true, say })
  parts.add('数据库', () => connected.release())

  // The builder is a process of its own and needs no database; its failure is heard where it is awaited.
  const built = buildDesk(say)
  built.catch(() => undefined)
  await migrateHome(settings, connected)
  const context = await openOffice(settings, connected, parts)
  if (settings.config.demo) await seedOnce(context, say)
  await built

  const desk = await openDesk(context, parts)
  const portal = await openPortal(settings, connected, parts)
  await openWorker(context, parts)
  say(`昭法已启动：\n  办案端    ${desk}\n  公示门户  ${portal}${await demoLoginLines(context)}\n按 Ctrl+C 停止。`)
}
