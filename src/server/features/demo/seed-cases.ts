import { openRuns } from '#domain/case/open-runs.ts'
import type { CaseState, Run } from '#domain/case/state.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { answerProposal, openCase, performAction } from '#server/features/cases/index.ts'
import { searchItems, searchViolations } from '#server/features/catalogue/index.ts'
import { publishDue } from '#server/features/disclosure/index.ts'
import type { Actor, RequestContext } from '#server/http/request-context.ts'
import { readActor } from '#server/http/session.ts'
import { demoCaller } from './demo-caller.ts'
import { readDemoParties } from './demo-region.ts'
import { demoId } from './demo-rows.ts'
import { demoStories } from './demo-stories.ts'
import { BEGAN, DAY, type DemoStep, type DemoStory, ENDED, HANDLERS } from './demo-story.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The demo's cases, each driven from its beginning through the same commands that people use, on days of the past. */
export async function seedCases(ctx: Context): Promise<number> {
  const stories = demoStories()
  for (const story of stories) await tellStory(ctx, story)
  return stories.length
}

type Told = {
  readonly ctx: Context
  readonly story: DemoStory
  readonly handlers: readonly string[]
  readonly caseId: string
}

async function tellStory(ctx: Context, story: DemoStory): Promise<void> {
  const at = momentOf(ctx, story.daysAgo, 0)
  const handlers = await Promise.all(story.handlers.map(async (login) => (await actorOf(ctx, login, at)).personId))
  const party = partyId(story.party)
  const opener = demoCaller(ctx, await actorOf(ctx, story.opener, at), at, undefined)
  const facts = { case: filled(story.facts, { handlers, at }), party: {}, violation: {} }
  const violations = await violationsOf(ctx, story, party)
  const { procedure, name } = story
  const item = await itemOf(opener, story)
  const named = { procedure, name, ...(item && { item }) }
  const { id } = await openCase(opener, { ...named, parties: [party], violations, handlers, facts })
  for (const [index, step] of story.steps.entries())
    await takeStep({ ctx, story, handlers, caseId: id }, step, index + 1)
}

async function takeStep(told: Told, step: DemoStep, order: number): Promise<void> {
  const { ctx, caseId, handlers } = told
  const at = momentOf(ctx, step.daysAgo, order * 10)
  const state = await stateOf(ctx, caseId)
  const each = (id: string | undefined, values: DemoStep['case']) =>
    id && values ? { [id]: filled(values, { handlers, at }) } : {}
  const run = runOffering(state, step.action)
  const input = {
    run: run.id,
    facts: {
      case: withThings(filled(step.case ?? {}, { handlers, at }), state),
      party: each(state.parties[0]?.id, step.party),
      violation: each(state.violations[0]?.id, step.violation),
    },
    evidence: [...(step.evidence ?? [])],
    scenes: unrecorded(run, step.action),
  }
  const caller = demoCaller(ctx, await actorOf(ctx, step.by, at), at, state.seq)
  await performAction(caller, caseId, step.action, input)
  for (const login of step.agree ?? []) await agree(told, login, at)
  // What was delivered that day became public that day.
  if (step.action === 'deliver') await publishDue({ ...ctx, clock: caller.clock }, PROCEDURES)
}

async function agree({ ctx, caseId }: Told, login: string, at: Date): Promise<void> {
  const state = await stateOf(ctx, caseId)
  const run = state.runs.findLast(({ proposals }) => proposals.length > 0)
  const proposal = run?.proposals[0]
  if (!run || !proposal) throw new Error(`${login} has nothing to agree to`)
  const caller = demoCaller(ctx, await actorOf(ctx, login, at), at, state.seq)
  await answerProposal(caller, caseId, proposal.id, { do: 'agree', run: run.id, opinion: '同意。' })
}

/** Where the stories have no recording: words are enough, or, where it must be recorded, the recording follows. */
function unrecorded({ procedure, version, stage }: Run, action: string) {
  const records = getProcedure(PROCEDURES, procedure, version).stages[stage]?.actions[action]?.records ?? []
  const always = records.filter(({ onlyIf }) => onlyIf === undefined)
  return Object.fromEntries(
    always.map(({ scene, duty }) => [
      scene,
      duty === 'must' ? { follows: true as const } : { reason: WORDS_ARE_ENOUGH },
    ]),
  )
}

/** The newest open run that knows the action at its stage. */
function runOffering(state: CaseState, action: string): Run {
  const run = openRuns(state).findLast(
    ({ procedure, version, stage }) => getProcedure(PROCEDURES, procedure, version).stages[stage]?.actions[action],
  )
  if (!run) throw new Error(`${action} is not offered`)
  return run
}

async function stateOf(ctx: Context, caseId: string): Promise<CaseState> {
  const { rows } = await ctx.db.query<{ state: CaseState }>({
    text: 'SELECT state FROM app.cases WHERE id = $1',
    values: [caseId],
  })
  if (!rows[0]) throw new Error(`no case ${caseId}`)
  return rows[0].state
}

/** Ten in the morning of that day, and a few minutes later for each step; the eighth time zone has no summer time. */
function momentOf(ctx: Context, daysAgo: number, minutes: number): Date {
  const day = dateInShanghai(new Date(ctx.clock.now().getTime() - daysAgo * DAY_MS))
  return new Date(Date.parse(`${day}T10:00:00+08:00`) + minutes * MINUTE_MS)
}

function filled(values: Readonly<Record<string, unknown>>, by: { handlers: readonly string[]; at: Date }) {
  const before = (minutes: number) => new Date(by.at.getTime() - minutes * MINUTE_MS).toISOString()
  const known: Readonly<Record<string, unknown>> = {
    [DAY]: dateInShanghai(by.at),
    [HANDLERS]: by.handlers,
    [BEGAN]: before(60),
    [ENDED]: before(20),
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? (known[value] ?? value) : value]),
  )
}

const THING = '@thing:'

/** Things are told by their names until they are listed and have an id. */
function withThings(values: Readonly<Record<string, unknown>>, { things = [] }: CaseState) {
  const named = (row: unknown) => {
    const { thing = '', ...rest } = row as { readonly thing?: string }
    const found = things.find(({ name }) => thing === `${THING}${name}`)
    return found ? { thing: found.id, ...rest } : row
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) && typeof value[0] === 'object' ? value.map(named) : value,
    ]),
  )
}

async function violationsOf(ctx: Context, { cause }: DemoStory, party: string) {
  if (cause === undefined) return []
  const found = await searchViolations(ctx.db, { text: cause, limit: 5 })
  const violation = found.violations.find((item) => item.cause === cause)
  if (!violation) throw new Error(`the catalogue has no ${cause}`)
  return [{ party, cause, catalogueId: violation.id, basisViolated: '', basisPenalty: '' }]
}

async function itemOf({ db, actor: { agencyId }, clock }: RequestContext, { item }: DemoStory) {
  if (item === undefined) return undefined
  const { items } = await searchItems(db, { agencyId, on: clock.today(), text: item, limit: 1 })
  const [found] = items
  if (!found) throw new Error(`the catalogue has no ${item}`)
  return found.id
}

function partyId(name: string): string {
  const party = readDemoParties().find((item) => item.name === name)
  if (!party) throw new Error(`the demo has no party ${name}`)
  return demoId(`party/${party.code ?? party.idNumber}`)
}

async function actorOf(ctx: Context, login: string, at: Date): Promise<Actor> {
  const actor = await readActor(ctx.db, login, dateInShanghai(at))
  if (!actor) throw new Error(`the demo has no login ${login}`)
  return actor
}
