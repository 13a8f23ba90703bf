import type { StayingRow, SuccessionRefusal, SuccessionRow, SuccessionWork } from '#contract/successions.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { decide } from '#domain/case/decide.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { CaseState } from '#domain/case/state.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { refuseAnySuccessor, takeOverCase } from '#domain/succession/take-over-case.ts'
import { countersigningOf, hearingsOf, type Work, workOf, workOfPost } from '#domain/succession/work-of.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Queryable } from '#server/db/database.ts'
import { environmentOf, findCase, type StandingLaw } from '#server/features/cases/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type Holders, loadCases, loadHolders, type WorkCase } from './load-work.ts'
import { findPeople, unitsLed } from './succession-scope.ts'

type Asked = { readonly person: string; readonly to?: string | undefined; readonly law: StandingLaw }

/** Everything open of one officer: what can be handed over (to `to`, where one is asked about), and what stays, with the reason. */
export async function readWork(ctx: RequestContext, db: Queryable, asked: Asked): Promise<SuccessionWork | Refused> {
  const today = ctx.clock.today()
  const [person] = await findPeople(db, { actor: ctx.actor, today, person: asked.person })
  if (!person) return notFound('人员')
  const units = unitsLed(ctx.actor)
  const holders = await loadHolders(db, ctx.actor.agencyId, today, asked.person)
  const found = await loadCases(db, ctx.actor.agencyId, holders)
  const within = found.filter(({ unit }) => units === undefined || units.includes(unit))
  const rows: SuccessionRow[] = []
  const staying: StayingRow[] = []
  for (const row of within) {
    if (row.isEnded) {
      staying.push({ ...lineOf(row, '案卷归档'), sentence: ENDED, basis: '' })
      continue
    }
    const read = await readOne(ctx, db, { ...asked, row })
    if (!read) continue
    rows.push(...rowsOf(read, row, asked, today))
    staying.push(...stayingOf(read.state, row, holders))
  }
  const elsewhere = found.filter((row) => !row.isEnded && !within.includes(row)).length
  return { person, rows, staying, elsewhere }
}

const ENDED = '已经结案，不再更换承办人员；案卷由本案另一名承办人员移交归档'
const OF_POST = '随岗位走：没有别人任这个岗位，接任的人到任后自然归他办'
const OF_HEARING = '听证主持人不在这里换：由听证程序另行指定，或者由主持人主持完'

const OF_COUNTERSIGNING = '会签意见由本人写；本人不在的，由送会签的人或者审批人收回，另送别人'

type Read = { readonly env: Environment; readonly state: CaseState; readonly actor: Person }

async function readOne(
  ctx: RequestContext,
  db: Queryable,
  { person, to, law, row }: Asked & { readonly row: WorkCase },
): Promise<Read | undefined> {
  const people = [ctx.actor.personId, person, ...(to === undefined ? [] : [to])]
  const wanted = { caseId: row.id, agencyId: ctx.actor.agencyId, people, today: ctx.clock.today() }
  const loaded = await findCase(db, wanted)
  if (!loaded) return undefined
  const env = environmentOf(ctx.clock, law, loaded)
  const actor = env.person(ctx.actor.personId)
  return actor && { env, state: loaded.state, actor }
}

function rowsOf(read: Read, row: WorkCase, { person, to }: Asked, today: PlainDate): readonly SuccessionRow[] {
  return workOf(PROCEDURES, read.state, person).map((work) => ({
    ...lineOf(row, work.what),
    proposal: work.proposal ?? null,
    version: read.state.seq,
    daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn as PlainDate),
    beside: row.beside,
    refusals: refusalsOf(read, work, person, to),
  }))
}

function refusalsOf(
  { env, state, actor }: Read,
  work: Work,
  person: string,
  to: string | undefined,
): SuccessionRefusal[] {
  if (to === undefined) return said(work.proposal === undefined ? refuseAnySuccessor(env, state, actor) : [])
  const decision = decideOne({ env, state, actor }, work, { from: person, to, reason: '工作交接' })
  return decision.ok ? [] : said(decision.refusals)
}

/** One piece of work by the command that it would be done with alone. */
export function decideOne(
  { env, state, actor }: Read,
  { run, proposal }: Work,
  asked: { readonly from: string; readonly to: string; readonly reason: string },
) {
  if (proposal === undefined) return takeOverCase(env, state, asked, actor)
  const { to, reason } = asked
  return decide(env, state, { type: 'move', run, proposal, to, reason }, actor)
}

/** In words, each said once. */
export function said(refusals: readonly Refusal[]): SuccessionRefusal[] {
  const words = refusals.map(({ sentence, basis }) => ({ sentence, basis }))
  return words.filter(({ sentence }, index) => words.findIndex((one) => one.sentence === sentence) === index)
}

function stayingOf(state: CaseState, row: WorkCase, { own, others }: Holders): readonly StayingRow[] {
  const ofPost = workOfPost(PROCEDURES, state, own, others)
  const asked = countersigningOf(PROCEDURES, state, own.id)
  const hosted = hearingsOf(PROCEDURES, state, own.id)
  return [
    ...ofPost.map((what) => ({ ...lineOf(row, what), sentence: OF_POST, basis: '' })),
    ...asked.map((what) => ({ ...lineOf(row, what), sentence: OF_COUNTERSIGNING, basis: '' })),
    ...hosted.map((what) => ({ ...lineOf(row, what), sentence: OF_HEARING, basis: '' })),
  ]
}

function lineOf({ id, procedureCode, procedureVersion, stage, ...row }: WorkCase, what: string) {
  const procedure = getProcedure(PROCEDURES, procedureCode, procedureVersion)
  const { name, number, party, dueOn, dueTitle } = row
  const stageTitle = procedure.stages[stage]?.title ?? stage
  return { caseId: id, name, number, party, procedure: procedure.title, stage: stageTitle, dueOn, dueTitle, what }
}
