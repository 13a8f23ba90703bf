import { parseArgs } from 'node:util'
import { systemClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { openDatabase } from '#server/db/database.ts'
import { refuseUnmigrated } from '#server/db/migrate.ts'
import {
  type AgencyAnswers,
  changeStanding,
  readStanding,
  type StandingChange,
} from '#server/features/people/agency-standing.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

const TEXT = { type: 'string' } as const
const OPTIONS = {
  standing: TEXT,
  'higher-department': TEXT,
  seat: TEXT,
  'review-body': TEXT,
  court: TEXT,
} as const

export const command: Command = {
  summary: '机关的隶属关系和所在地（复议机关、管辖法院由此算出；写了 --review-body、--court 的照写的，写空的恢复计算）',
  usage: [
    'agency <机关代码>',
    'agency <机关代码> --standing <工作部门|授权组织|派出机构|派出机关|人民政府|垂直领导|司法行政部门> [--higher-department <全称>] [--seat <区划代码>]',
    'agency <机关代码> [--review-body <文字>] [--court <文字>]',
  ],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const [code, ...more] = positionals
    if (code === undefined || more.length > 0) throw wrongUse('应写明一个机关代码，如 agency qs-market。')
    const change = changeOf(values)
    const connected = await connect(readSettings(), { name: 'agency', say })
    const db = openDatabase({ connection: connected.connectionFor('app'), max: 1 })
    try {
      await refuseUnmigrated(db)
      const isChanged = Object.keys(change).length > 0
      return answerOf(await (isChanged ? changeStanding(db, code, change, systemClock.now()) : readStanding(db, code)))
    } finally {
      await db.close()
      await connected.release()
    }
  },
}

function changeOf(values: Partial<Record<keyof typeof OPTIONS, string>>): StandingChange {
  const { standing, seat, court, 'higher-department': higherDepartment, 'review-body': reviewBody } = values
  const named = { standing, higherDepartment, seat, reviewBody, court }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
}

function answerOf(found: AgencyAnswers | Refused): Answer {
  if (isRefused(found)) {
    const detail = found.detail ?? found.code
    return { text: detail, data: { error: detail, code: found.code }, exitCode: 1 }
  }
  const { name, standing, reviewBody, court } = found
  const text = `${name}：${standing}；复议机关 ${reviewBody || '算不出，请写明'}；管辖法院 ${court || '算不出，请写明'}。`
  return { text, data: found }
}
