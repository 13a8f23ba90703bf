import { parseArgs } from 'node:util'
import { formatVkey, parseVkey } from '#domain/record-log/vkey.ts'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { openLog } from '#server/log.ts'
import { sha256 } from '#server/record-log/ed25519.ts'
import { serveWitness } from '#server/record-log/witness/serve-witness.ts'
import { openWitnessKey } from '#server/record-log/witness/witness-key.ts'
import { WitnessState } from '#server/record-log/witness/witness-state.ts'
import { type Command, wrongUse } from '../command.ts'
import { untilStopped } from '../until-stopped.ts'
import { readVkeys } from '../verify/read-vkeys.ts'

const OPTIONS = { name: { type: 'string' }, log: { type: 'string', multiple: true }, port: { type: 'string' } } as const
const PORT = '8082'

export const command: Command = {
  summary: '见证别家的存证日志：核对每个检查点承接以前的，再会签（C2SP tlog-witness）；不需要数据库',
  usage: [
    'witness --name <见证方名称，如 jianzheng.example.cn> --log <日志的公钥或者公钥文件> [--log …] [--port 8082]',
  ],
  run: async (args, say) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { name, log = [], port = PORT } = values
    if (!name || /[\s+]/.test(name))
      throw wrongUse('缺少 --name：见证方的名称，不含空格和加号，例如 jianzheng.example.cn。')
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw wrongUse('--port 应为 1 至 65535 的整数。')
    const lines = readVkeys(log)
    const logs = lines.map((line) => parseVkey(sha256, line)).filter((vkey) => vkey !== undefined)
    if (lines.length === 0 || logs.length < lines.length)
      throw wrongUse('缺少 --log，或者给出的不是日志的公钥（名称+8 位编号+密钥）。')
    await untilStopped(async (parts) => {
      const { config } = readSettings()
      const key = openWitnessKey(config.home, name)
      const folder = `${config.home}/witness`
      const witnessing = { key, logs, state: new WitnessState(folder), now: systemClock.now }
      const served = await serveWitness(witnessing, {
        folder,
        host: config.host,
        port: Number(port),
        log: openLog(config.logLevel),
      })
      parts.add('见证', () => served.close())
      say(`见证方的公钥：${formatVkey(key.vkey)}`)
      say(
        `正在 ${served.address} 见证 ${logs.map((vkey) => vkey.name).join('、')}；日志一方把公钥和地址写进 LOG_WITNESSES。`,
      )
    }, say)
    return { text: '', data: { stopped: true } }
  },
}
