import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readSettings } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { connect } from '#server/db/connect.ts'
import { refuseUnmigrated } from '#server/db/migrate.ts'
import { createAccount, resetPassword, unlockAccount } from '#server/features/people/accounts.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import { openContext } from '#server/open-context.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

const OPTIONS = { agency: { type: 'string' }, name: { type: 'string' } } as const

export const command: Command = {
  summary: '开通账号、解锁、重设密码（密码由系统生成，只显示一次）',
  usage: ['user create <账号> --agency <机关代码> --name <姓名>', 'user unlock <账号>', 'user reset <账号>'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const [verb, login, surplus] = positionals
    if (!verb || !login || surplus) throw wrongUse('应写明 create、unlock 或 reset，和一个账号。')
    const work = workOf(verb, login, values)
    if (!work) throw wrongUse(`没有“user ${verb}”；只有 create、unlock、reset，create 还要 --agency 和 --name。`)
    return withContext(say, work)
  },
}

type Work = (context: Context) => Promise<Answer>

function workOf(verb: string, login: string, values: { agency?: string; name?: string }): Work | undefined {
  const password = randomBytes(12).toString('base64url')
  if (verb === 'unlock') {
    return async ({ db }) => answerOf(await unlockAccount(db, login), `账号 ${login} 已解锁。`)
  }
  if (verb === 'reset') {
    return async ({ db, clock }) =>
      answerOf(await resetPassword(db, login, password, clock.now()), newPassword(login, password), password)
  }
  const { agency, name } = values
  if (verb !== 'create' || !agency || !name) return undefined
  return async ({ db }) => {
    const created = await createAccount(db, { agencyCode: agency, name, login, password })
    return answerOf(created, newPassword(login, password), password)
  }
}

const newPassword = (login: string, password: string): string =>
  `账号 ${login} 的密码是：${password}\n请当面交给本人；它不再显示。`

function answerOf(result: { login: string } | Refused, text: string, password?: string): Answer {
  if (!isRefused(result)) return { text, data: { ...result, ...(password ? { password } : {}) } }
  const detail = result.detail ?? result.code
  return { text: detail, data: { error: detail, code: result.code }, exitCode: 1 }
}

async function withContext(say: (sentence: string) => void, work: Work): Promise<Answer> {
  const settings = readSettings()
  const connected = await connect(settings, { name: 'user', say })
  try {
    const context = await openContext(settings, connected)
    try {
      await refuseUnmigrated(context.db)
      return await work(context)
    } finally {
      await context.close()
    }
  } finally {
    await connected.release()
  }
}
