import { parseArgs } from 'node:util'
import { type BackupReport, backUp } from '#server/backup/back-up.ts'
import { mebibytes } from '#server/backup/backup-tally.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'
import { programVersion } from '../program-version.ts'

export const command: Command = {
  summary: '备份数据库、原件、存证日志和密钥；办案不停。--onto 给出上一份备份，没有变的原件不再复制',
  usage: ['backup <新文件夹> [--onto <上一份备份>]'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { onto: { type: 'string' } },
    })
    const [folder, surplus] = positionals
    if (folder === undefined || surplus !== undefined)
      throw wrongUse('应写明一个新的文件夹，例如 backup /备份/2026-06-01。')
    const started = performance.now()
    const report = await run({ folder, onto: values.onto, version: programVersion(), say })
    return tell(report, (performance.now() - started) / 1000)
  },
}

async function run(order: Parameters<typeof backUp>[2]): Promise<BackupReport> {
  const settings = readSettings()
  const connected = await connect(settings, { name: 'backup', say: order.say })
  try {
    return await backUp(settings, connected, order)
  } finally {
    await connected.release()
  }
}

const KEEP_SAFE =
  '备份里有密钥和密码（home/secrets），拿到它的人能读全部案件，也能以本机关的名义签名：请加密保存，只交给专人，至少有一份不在本机。'

function tell(report: BackupReport, seconds: number): Answer {
  const { folder, asOf, files, bytes, reused, log, leftOut, damaged } = report
  const rate = `${files} 个文件，${mebibytes(bytes)} MiB，用时 ${seconds.toFixed(1)} 秒`
  const lines = [
    `备份完成：${folder}`,
    `  截至 ${asOf}：此前办成的都在里面。${rate}${reused > 0 ? `，其中 ${reused} 件沿用上一份` : ''}。`,
    log ? `  存证日志到第 ${log.size} 条，根 ${log.root}。` : '  存证日志还没有签名。',
    ...leftOut.map((sentence) => `  没有备份的：${sentence}`),
    ...damaged.map((sha256) => `✗ 原件 ${sha256} 在备份之前已被改动，照样存了；请用 log scrub 查明。`),
    `  ${KEEP_SAFE}`,
  ]
  return { text: lines.join('\n'), data: { ...report, seconds }, exitCode: damaged.length === 0 ? 0 : 1 }
}
