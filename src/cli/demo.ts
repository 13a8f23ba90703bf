import type { Context } from '#server/context.ts'
import { DEMO_LOGINS, seedDemo } from '#server/features/demo/seed-demo.ts'

/** Loads the invented region into a database without a single account. */
export async function seedOnce(context: Context, say: (sentence: string) => void): Promise<void> {
  const { rowCount } = await context.db.query({ text: 'SELECT FROM app.accounts LIMIT 1' })
  if (rowCount > 0) return
  say('首次启动，正在载入演示地区…')
  await seedDemo(context)
}

/** The logins of the invented region that still exist, one line each; nothing where there are none. */
export async function demoLoginLines({ db }: Context): Promise<string> {
  const { rows } = await db.query<{ login: string }>({
    text: 'SELECT login FROM app.accounts WHERE is_demo AND NOT is_disabled',
  })
  const known = new Set(rows.map((row) => row.login))
  const logins = DEMO_LOGINS.filter(({ login }) => known.has(login))
  const lines = logins.map(({ login, password, title }) => `    ${login}  ${password}  ${title}`)
  return lines.length === 0 ? '' : `\n  演示账号（账号、密码、身份）：\n${lines.join('\n')}`
}
