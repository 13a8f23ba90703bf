import type { Action } from '../procedure/definition.ts'
import { isRunning } from './clock.ts'
import { continueClock, latest } from './clock-events.ts'
import { evolve } from './evolve.ts'
import { issue } from './issue.ts'
import { referTo } from './join-cases.ts'
import { titleOfCase } from './other-case.ts'
import { recusedIn } from './recused.ts'
import {
  type CaseState,
  type Evidence,
  type Facts,
  type FactValue,
  type FactValues,
  getRun,
  MAIN_RUN,
  type Run,
} from './state.ts'
import { type Story, storyOf, tell, through } from './story.ts'

type Performed = { readonly run: string; readonly name: string; readonly action: Action; readonly facts: Facts }

/** Who and what goes into the new case; a party that has another act stays here as well. */
export function leaving(state: CaseState, { violation }: Facts, acts: string) {
  const isGoing = (id: string) => violation[id]?.[acts] === true
  const violations = state.violations.filter(({ id }) => isGoing(id))
  const staying = state.violations.filter(({ id }) => !isGoing(id))
  const has = (of: typeof violations, party: string) => of.some((act) => act.party === party)
  return {
    violations,
    staying,
    parties: state.parties.filter(({ id }) => has(violations, id)),
    goneParties: state.parties.filter(({ id }) => has(violations, id) && !has(staying, id)),
  }
}

/** Some acts go on in a new case that stands where this one stands: with what is known, the evidence that was named, and the clocks. */
export function splitCase(story: Story, performed: Performed): Story {
  const { splits } = performed.action
  if (!splits) return story
  const { state } = story
  const going = leaving(state, performed.facts, splits.acts)
  const into = { id: story.env.newId(), title: String(performed.facts.case[splits.name]) }
  const gone = tell(story, {
    type: 'case-split',
    run: performed.run,
    into,
    parties: going.goneParties.map(({ id }) => id),
    violations: going.violations.map(({ id }) => id),
  })
  const events = beginSplit(story, performed, going, into)
  return { ...gone, beside: [...(story.beside ?? []), { before: undefined, events }] }
}

function beginSplit(
  { env, state, by }: Story,
  { name, action, facts: said }: Performed,
  { parties, violations }: ReturnType<typeof leaving>,
  into: { readonly id: string; readonly title: string },
) {
  const root = getRun(state, MAIN_RUN)
  const { procedure, version, stage } = root
  const { splits } = action
  if (!splits) throw new Error('nothing is split')
  const recused = recusedIn(state)
  const opened = {
    type: 'case-opened',
    caseId: into.id,
    agency: state.agency,
    unit: state.unit,
    name: into.title,
    procedure,
    version,
    stage,
    parties,
    violations,
    handlers: state.handlers,
    ...(state.item && { item: state.item }),
    origin: { kind: 'case', id: state.id, title: titleOfCase(state), isSplit: true },
    formerHandlers: state.formerHandlers,
    ...(recused.length === 0 ? {} : { recused }),
  } as const
  const first = evolve(undefined, { ...opened, seq: 1, at: env.now, on: env.today, by })
  const ids = new Set([...parties, ...violations].map(({ id }) => id))
  const evidence = evidenceGoing(state, said.case[splits.evidence])
  const taken = root.taken.findLast((item) => item.action === name)
  const heard = taken?.countersigning && { countersigning: taken.countersigning }
  const agreed = taken?.agreed ?? []
  const approved = { by: taken?.by ?? by ?? '', on: taken?.proposedOn ?? env.today, agreed, ...heard }
  const told = through(
    tell(
      storyOf(env, first, by),
      { type: 'facts-recorded', run: MAIN_RUN, facts: knownOf(root, action, ids) },
      { type: 'action-taken', run: MAIN_RUN, action: name, stage, approved },
    ),
    (so) => referTo(so, state.id, evidence),
    ...splits.clocks.map((clock) => (so: Story) => goOn(so, root, clock)),
    ...splits.issues.map(
      (code) => (so: Story) => issue(so, { run: MAIN_RUN, action: {}, parties: parties.map(({ id }) => id) }, code),
    ),
  )
  return [opened, ...told.events]
}

/** What was named, and the photograph under a covered version that was named. */
function evidenceGoing({ evidence }: CaseState, named: FactValue | undefined): readonly Evidence[] {
  const ids = Array.isArray(named) ? (named as readonly string[]) : []
  const covered = evidence.flatMap(({ id, covers }) => (covers && ids.includes(id) ? [covers.evidence] : []))
  return evidence.filter(({ id }) => ids.includes(id) || covered.includes(id))
}

/** All that is known of the case and of those who go, but for what the splitting itself has asked. */
function knownOf({ facts }: Run, { asks = [] }: Action, ids: ReadonlySet<string>): Facts {
  const kept = (values: FactValues) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !asks.includes(name)))
  const each = (by: Facts['party']) =>
    Object.fromEntries(
      Object.entries(by)
        .filter(([id]) => ids.has(id))
        .map(([id, values]) => [id, kept(values)]),
    )
  return { case: kept(facts.case), party: each(facts.party), violation: each(facts.violation) }
}

function goOn(story: Story, root: Run, name: string): Story {
  const [clock] = latest(root.clocks, name).filter(isRunning)
  return clock ? continueClock(story, MAIN_RUN, name, clock) : story
}
