import type { Context } from '#server/context.ts'
import { seedCases } from '#server/features/demo/seed-cases.ts'
import { DEMO_LOGINS, DEMO_PASSWORD, seedDemo } from '#server/features/demo/seed-demo.ts'
import { seedRecordings } from '#server/features/demo/seed-recordings.ts'

/** Loads the invented region into a database without a single account. */
export async function seedOnce(context: Context, say: (sentence: string) => void): Promise<void> {
  const { rowCount } = await context.db.query({ text: 'SELECT FROM app.accounts LIMIT 1' })
  if (rowCount > 0) return
  say('首次启动，正在载入演示地区…')
  await seedDemo(context)
  await seedCases(context)
  await seedRecordings(context)
}

/** The first agency's demo logins, as far as they still exist; nothing where there are none. */
export async function demoLoginLines({ db }: Context): Promise<string> {
  const { rows } = await db.query<{ login: string }>({
    text: 'SELECT login FROM app.accounts WHERE is_demo AND NOT is_disabled',
  })
  const known = new Set(rows.map((row) => row.login))
  const logins = DEMO_LOGINS.filter(({ login, agency }) => known.has(login) && agency === DEMO_LOGINS[0]?.agency)
  if (logins.length === 0) return ''
  const lines = logins.map(({ login, title }) => `    ${login.padEnd(8)} ${title}`)
  const others = `    其余 ${known.size - logins.length} 个：npm run -s zhaofa -- seed`
  return `\n  演示账号（密码都是 ${DEMO_PASSWORD}）：\n${lines.join('\n')}\n${others}`
}
