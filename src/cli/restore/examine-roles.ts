import type { Connected } from '#server/db/connect.ts'
import { openDatabase } from '#server/db/database.ts'
import { type Finding, good, wanting } from '../doctor/finding.ts'

/** Whether each role of the database comes in with the password of this home. */
export async function examineRoles(connected: Connected): Promise<Finding[]> {
  const refused: string[] = []
  for (const role of ['app', 'portal'] as const) {
    const db = openDatabase({ connection: connected.connectionFor(role), max: 1 })
    try {
      await db.query({ text: 'SELECT 1' })
    } catch (error) {
      refused.push(`${role}（${error instanceof Error ? error.message : String(error)}）`)
    } finally {
      await db.close()
    }
  }
  if (refused.length === 0) return [good('roles', '数据库的两个角色都能凭 secrets 里的密码连接。')]
  return [wanting('roles', `数据库角色连接不上：${refused.join('、')}；请执行 npm run -s zhaofa -- migrate 重设密码。`)]
}
