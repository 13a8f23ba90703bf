import { movable } from '../custody/ledger.ts'
import { portionOf, thingOf } from '../custody/rows.ts'
import type { Portion, PortionRow, ThingRow } from '../custody/thing.ts'
import type { Action } from '../procedure/definition.ts'
import { type Facts, type FactValue, getRun } from './state.ts'
import { type Story, tell } from './story.ts'
import { thingsOf } from './things-of.ts'

type Performed = { readonly run: string; readonly action: Action; readonly facts: Facts }

/** What the action does with things: it lists them, or moves portions of them; the paper of the move is the last one issued. */
export function moveThings(story: Story, { run, action, facts }: Performed, issued: readonly string[]): Story {
  const { things } = action
  if (!things) return story
  const document = issued.at(-1)
  const paper = document === undefined ? {} : { document }
  if (things.does === 'list') return list(story, run, rowsIn<ThingRow>(facts, things.fact), paper)
  const portions = things.does === 'lapse' ? allHeld(story, run) : rowsIn<PortionRow>(facts, things.fact).map(portionOf)
  if (portions.length === 0) return story
  const hands = handsOf(story, run, facts)
  return tell(story, {
    type: 'things-moved',
    run,
    movement: things.does,
    portions,
    ...placeOf(facts),
    ...paper,
    ...hands,
  })
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
