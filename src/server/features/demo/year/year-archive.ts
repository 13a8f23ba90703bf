import type { Context } from '#server/context.ts'
import { examineDossier, handOver, sealDossier } from '#server/features/archive/index.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import { runSequencer, type Sequencer } from '#server/record-log/sequencer.ts'
import type { Chance } from './chance.ts'
import { callerOf } from './live-case.ts'
import type { Root } from './open-year-case.ts'
import { dossierOf } from './year-dossier.ts'
import type { OfficeHours } from './year-office.ts'

export type ArchiveReport = { handedOver: number; sealed: number; readonly refused: string[] }

type Given = {
  readonly ctx: Context
  readonly chance: Chance
  readonly hours: OfficeHours
  /** So much of what is closed goes to the archive at all. */
  readonly share: number
  /** Comes up again then. */
  later(at: Date, come: (at: Date) => Promise<void>): void
}

/** Most are handed over within a month of the closing, some late, and a few lie. */
const LATE = 0.06
const FORGOTTEN = 0.03

/** Closed cases on their way into the archive, each on a day of the year, by the commands that handlers and archivists use. */
export class YearArchive {
  readonly report: ArchiveReport = { handedOver: 0, sealed: 0, refused: [] }
  private readonly given: Given
  private readonly sequencer: Sequencer | undefined
  /** The log is signed on the day of the year, too. */
  private now = new Date(0)

  constructor(given: Given) {
    this.given = given
    const { ctx, share } = given
    const clock = { ...ctx.clock, now: () => this.now }
    this.sequencer = share > 0 ? runSequencer({ ...ctx, clock }, { pollMs: POLL_MS }) : undefined
  }

  async close(): Promise<void> {
    await this.sequencer?.close()
  }

  /** Told of every moment of the year, in its order. */
  tick(at: Date): void {
    this.now = at
  }

  expect(root: Root, at: Date): void {
    const { chance, hours, share, later } = this.given
    if (!chance.happens(share) || chance.happens(FORGOTTEN)) return
    const days = chance.happens(LATE) ? chance.between(40, 70) : chance.between(3, 24)
    later(hours.after(at, days, chance.between(0, 300)), (then) => this.handOver(root, then))
  }

  private async handOver(root: Root, at: Date): Promise<void> {
    const { ctx, chance, hours, later } = this.given
    const then = { ...ctx, clock: callerOf(ctx, root.office, root.handlers[0], at, 0).clock }
    const dossier = await dossierOf(then, root)
    if (!dossier) return
    const { handler, retention, papers } = dossier
    for (const paper of papers) await typesetIssued(then, paper)
    const caller = callerOf(ctx, root.office, handler, at, 0)
    const moved = this.done(await handOver(caller, root.id, { arrangement: 'time', retention, notes: '', items: [] }))
    if (!moved) return
    this.report.handedOver += 1
    await examineDossier(then, moved.id)
    later(hours.after(at, chance.between(1, 6), chance.between(0, 300)), (day) => this.seal(root, moved, day))
  }

  private async seal(root: Root, { id, version }: Moved, at: Date): Promise<void> {
    const { office } = root
    const archivist = [...office.actors.values()].find(({ roles }) => roles.includes('archivist'))
    if (!archivist) return
    await this.numbered(root.id)
    const sealed = this.done(await sealDossier(callerOf(this.given.ctx, office, archivist.personId, at, version), id))
    this.report.sealed += sealed ? 1 : 0
  }

  private done<T extends object>(answer: T | Refused): T | undefined {
    if (!isRefused(answer)) return answer
    this.report.refused.push(answer.detail ?? '')
    return undefined
  }

  /** Nothing is sealed that the log does not hold. */
  private async numbered(caseId: string): Promise<void> {
    while (await hasWaiting(this.given.ctx, caseId)) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

type Moved = { readonly id: string; readonly version: number }
const POLL_MS = 100

async function hasWaiting({ db }: Context, caseId: string): Promise<boolean> {
  const { rows } = await db.query<{ isWaiting: boolean }>({
    name: 'year-unnumbered',
    text: `SELECT EXISTS (SELECT FROM app.leaves l WHERE l.case_id = $1 AND NOT EXISTS (
        SELECT FROM app.log_entries e WHERE e.leaf_id = l.id)) AS "isWaiting"`,
    values: [caseId],
  })
  return rows[0]?.isWaiting ?? false
}
