import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { markRead, noticeJobs } from '#server/features/notices/index.ts'
import { callerOf } from './live-case.ts'
import type { YearOffice } from './year-office.ts'

/** What people of the region have not read yet is of the last days. */
const UNREAD_MS = 3 * 86_400_000

/** Notices come on the day of what they tell, as they do where the jobs run, and are read. */
export class YearNotices {
  private readonly ctx: Context
  private readonly offices: readonly YearOffice[]
  private readonly told = new Map<string, number>()
  private readonly lastDays: Date
  private areRead = false

  constructor(ctx: Context, offices: readonly YearOffice[]) {
    this.ctx = ctx
    this.offices = offices
    this.lastDays = new Date(ctx.clock.now().getTime() - UNREAD_MS)
  }

  /** Tells what has come up in a case since it was told of last; the job that waits in the queue then finds it told. */
  async tell(caseId: string, at: Date): Promise<void> {
    const { rows } = await this.ctx.db.query<{ version: number }>({
      name: 'year-version',
      text: 'SELECT version FROM app.cases WHERE id = $1',
      values: [caseId],
    })
    const [after, until] = [this.told.get(caseId) ?? 0, rows[0]?.version ?? 0]
    this.told.set(caseId, until)
    const clock = { now: () => at, today: () => dateInShanghai(at) }
    if (until > after) await noticeJobs['tell-notices']({ ...this.ctx, clock }, { caseId, after, until })
  }

  /** Told of every moment of the year, in its order. */
  async tick(at: Date): Promise<void> {
    if (at >= this.lastDays) await this.read(at)
  }

  /** After the last moment, where none was in the last days. */
  async close(): Promise<void> {
    await this.read(this.lastDays)
  }

  private async read(at: Date): Promise<void> {
    if (this.areRead) return
    this.areRead = true
    for (const office of this.offices)
      for (const person of office.actors.keys()) await markRead(callerOf(this.ctx, office, person, at, undefined), {})
  }
}
