import type { AccessDetail } from '#contract/access.ts'
import type { RoadAnswer, RoadCaller, RoadDesk } from './case-road.ts'

/** Asks for access over HTTP as people do: by an officer of another unit, endorsed by their head, granted by the agency's. */
export class AccessRoad<C extends RoadCaller = RoadCaller> {
  readonly desk: RoadDesk<C>
  readonly caseId: string
  detail: AccessDetail | undefined

  constructor(desk: RoadDesk<C>, caseId: string) {
    this.desk = desk
    this.caseId = caseId
  }

  get id(): string {
    return this.detail?.row.id ?? ''
  }

  async ask(login: string, more: Record<string, unknown> = {}): Promise<RoadAnswer> {
    const body = {
      caseId: this.caseId,
      scope: 'case',
      purposes: ['view'],
      days: 3,
      reason: '办理同一当事人的另一案件，需要核对证据',
      ...more,
    }
    return this.kept(await (await this.desk.as(login)).send('POST', '/api/access-requests', body))
  }

  async step(login: string, act: string, more: Record<string, unknown> = {}): Promise<RoadAnswer> {
    const caller = await this.desk.as(login)
    const headers = { 'if-match': `"${this.detail?.version ?? 0}"` }
    return this.kept(await caller.send('POST', `/api/access-requests/${this.id}/steps`, { act, ...more }, headers))
  }

  /** Asked, endorsed and granted for three days. */
  async grant(more: Record<string, unknown> = {}, days = 3, purposes: readonly string[] = ['view']): Promise<void> {
    const answers = [
      await this.ask('zhuo', { purposes, ...more }),
      await this.step('bao', 'endorse', { note: '同意，工作需要' }),
      await this.step('shen', 'grant', { days, purposes, note: '同意' }),
    ]
    for (const answer of answers) if (answer.statusCode >= 300) throw new Error(answer.body)
  }

  private kept(answer: RoadAnswer): RoadAnswer {
    if (answer.statusCode < 300) this.detail = answer.json<AccessDetail>()
    return answer
  }
}
