import { parseArgs } from 'node:util'
import { type Config, readSettings, type Settings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { openContext } from '#server/open-context.ts'
import type { Answer, Command } from '../command.ts'
import { examineDatabase } from '../doctor/examine-database.ts'
import { examineMachine } from '../doctor/examine-machine.ts'
import { examineRenditions } from '../doctor/examine-renditions.ts'
import { examineStates } from '../doctor/examine-states.ts'
import { examineStrokes } from '../doctor/examine-strokes.ts'
import { type Finding, wanting } from '../doctor/finding.ts'
import { explainFault } from '../explain-fault.ts'

export const command: Command = {
  summary: '体检：版本、配置、数据库、迁移、权限、字体、磁盘、案件状态、签名的笔迹与事件是否一致',
  usage: ['doctor'],
  run: async (args, say) => {
    parseArgs({ args: [...args], options: {} })
    const settings = readSettings()
    const findings = [...examineMachine(settings.config), ...(await examineData(settings, say))]
    return report(settings.config, findings)
  },
}

/** A database that cannot be reached is a finding like any other. */
async function examineData(settings: Settings, say: (sentence: string) => void): Promise<Finding[]> {
  try {
    return await examineConnected(settings, say)
  } catch (error) {
    const fault = explainFault(error)
    if (!fault) throw error
    return [wanting('database', fault.message)]
  }
}

async function examineConnected(settings: Settings, say: (sentence: string) => void): Promise<Finding[]> {
  const connected = await connect(settings, { name: 'doctor', say })
  try {
    const context = await openContext(settings, connected)
    try {
      const shape = await examineDatabase(context.db)
      // Of a database of another shape nothing more can be asked.
      return shape.some((finding) => finding.state === 'wanting')
        ? shape
        : [
            ...shape,
            ...(await examineStates(context)),
            ...(await examineStrokes(context)),
            ...(await examineRenditions(context)),
          ]
    } finally {
      await context.close()
    }
  } finally {
    await connected.release()
  }
}

const MARKS = { good: '✓', note: '·', wanting: '✗' } as const

function report(config: Config, findings: readonly Finding[]): Answer {
  const isWanting = findings.some((finding) => finding.state === 'wanting')
  const settings = Object.entries(config).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`)
  const lines = findings.map(({ name, state, sentence }) => `${MARKS[state]} ${name}：${sentence}`)
  return {
    text: `配置（不含密码）：\n${settings.join('\n')}\n${lines.join('\n')}`,
    data: { config, findings },
    exitCode: isWanting ? 1 : 0,
  }
}
