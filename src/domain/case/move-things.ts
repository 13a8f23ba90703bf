import { movable } from '../custody/ledger.ts'
import { thingOf } from '../custody/rows.ts'
import type { Portion, ThingRow } from '../custody/thing.ts'
import type { Action } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { portionsTold, type ToldPortions } from './portions-told.ts'
import { type Facts, type FactValue, getRun } from './state.ts'
import { type Story, tell } from './story.ts'
import { thingsOf } from './things-of.ts'

type Performed = {
  readonly run: string
  readonly action: Action
  readonly facts: Facts
  readonly parties: readonly string[]
}

/** What the action does with things: it lists them, or moves portions of them, each by its paper. */
export function moveThings(story: Story, performed: Performed, issued: readonly string[]): Story {
  const { run, action, facts } = performed
  const { things } = action
  if (!things) return story
  if (things.does === 'list')
    return list(story, run, rowsIn<ThingRow>(facts, things.fact), paperOf(story, action, issued))
  const { does } = things
  return toldBy(story, performed).reduce(
    (so, { party, portions }) =>
      tell(so, {
        type: 'things-moved',
        run,
        movement: does,
        portions,
        ...placeOf(facts),
        ...paperOf(so, action, issued, party),
        ...handsOf(so, run, facts),
      }),
    story,
  )
}

function toldBy(story: Story, { run: runId, action, facts, parties }: Performed): readonly ToldPortions[] {
  const run = getRun(story.state, runId)
  if (action.things?.does === 'lapse')
    return [{ portions: allHeld(story, runId) }].filter(({ portions }) => portions.length > 0)
  const procedure = getProcedure(story.env.procedures, run.procedure, run.version)
  return portionsTold(procedure, action.things?.fact, { typed: facts, known: run.facts, parties })
}

/** The paper by which things move: the one that is named, as this party gets it, or the last that was issued. */
function paperOf(
  { state }: Story,
  { things }: Action,
  issued: readonly string[],
  party?: string,
): { readonly document?: string } {
  const papers = state.documents.filter(({ id }) => issued.includes(id))
  const named = papers.filter(({ code, party: of }) => code === things?.paper && (party === undefined || of === party))
  const document = (things?.paper === undefined ? papers : named).at(-1)?.id
  return document === undefined ? {} : { document }
}

function list(story: Story, run: string, rows: readonly ThingRow[], paper: { readonly document?: string }): Story {
  const first = (story.state.things ?? []).length + 1
  const things = rows.map((row, index) => ({ id: story.env.newId(), ...thingOf(row, first + index) }))
  return things.length === 0 ? story : tell(story, { type: 'things-listed', run, things, ...paper })
}

/** Everything that nothing was decided about yet. */
function allHeld(story: Story, run: string): readonly Portion[] {
  return thingsOf(story.state, getRun(story.state, run))
    .map((thing) => ({ thing: thing.id, amount: movable(thing, 'lapse') }))
    .filter(({ amount }) => amount > 0)
}

/** Who gave and who took: the one who proposed and the last who agreed, or somebody from outside, in words. */
function handsOf(
  story: Story,
  run: string,
  facts: Facts,
): { readonly given: string | null; readonly received?: string } {
  const taken = getRun(story.state, run).taken.at(-1)
  const received = textIn(facts.case['received-by']) ?? taken?.agreed.at(-1)?.by
  return { given: taken?.by ?? story.by, ...(received === undefined ? {} : { received }) }
}

function placeOf(facts: Facts): { readonly shelf?: string } {
  const shelf = textIn(facts.case['store-place'])
  return shelf === undefined ? {} : { shelf }
}

function textIn(value: FactValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function rowsIn<R>(facts: Facts, name: string | undefined): readonly R[] {
  const value = name === undefined ? undefined : facts.case[name]
  return Array.isArray(value) ? (value as unknown as readonly R[]) : []
}
