import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState, Run } from '#domain/case/state.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { opensOf } from '#domain/procedure/opens-of.ts'
import { shortestPaths } from '#domain/procedure/paths.ts'
import { getProcedure, type Procedures } from '#domain/procedure/procedures.ts'
import { barredIn, isDue, nextBeat, openBeats } from './beats.ts'
import type { Chance } from './chance.ts'
import type { Plot } from './plot.ts'

type Scene = {
  readonly env: { readonly procedures: Procedures; readonly today: PlainDate }
  readonly state: CaseState
  readonly plot: Plot
  readonly chance: Chance
}

/** Now and then something is taken into custody although nothing demands it. */
const TAKES_THINGS = 0.04
/** Never of somebody's own accord in an ordinary course, unless the story wants it: it undoes, corrects or delays. */
const UNUSUAL =
  /^(add-surcharge|ask-for-disposal|back-|call-again|change-|correct|drop|explain|extend-|forward|grant-instalments|hand-out|hold-hearing|issue-form|issue-letter|lighten|merge|object|open-dispute|open-expert-test|open-host-recusal|open-recusal|order-on-spot|propose-transfer|record-remedy|recuse|refuse-hearing|refuse-instalments|reply-informant|resume-|return-to|reverse|revise|revoke|shift|split|stop-|suspend-|take-back|transfer-decided|urge-fine|void|withdraw|write-record)/

/** Names of actions of a run in the order in which somebody would think of them: what the story wants, on towards the goal, then what that step wants first. */
export function likelyActions(scene: Scene, run: Run): readonly string[] {
  const { env, plot, chance } = scene
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const beat = nextBeat(scene, run, procedure)
  if (beat && !isDue(scene, run, beat)) return []
  const staying = stayingOf(scene, run, procedure)
  const names = (part: typeof staying) => part.map(([name]) => name)
  const takes = staying.filter(([, action]) => opensOf(action).some((code) => listsThings(env.procedures, code)))
  const plain = staying.filter((one) => !takes.includes(one) && opensOf(one[1]).every((code) => code === 'delivery'))
  if (beat) return [beat.act, ...names(plain)]
  const onward = roadsFrom(procedure, run, scene)
  const opening = staying.filter((one) => !takes.includes(one) && !plain.includes(one))
  const isSudden = takes.length > 0 && !plot.story.beats && chance.happens(TAKES_THINGS)
  const sudden = isSudden ? [chance.pick(names(takes))] : []
  return [...sudden, ...onward.slice(0, 1), ...names(plain), ...onward.slice(1), ...names(opening)]
}

/** What can be done without leaving the stage and was not done since it was entered, except what the story keeps for later or bars. */
function stayingOf({ state, plot }: Scene, run: Run, procedure: AnyProcedure) {
  const entered = run.taken.findLast((taken) => movesOn(procedure, run.stage, taken.action))?.seq ?? run.openedSeq
  const done = new Set(run.taken.filter(({ seq }) => seq > entered).map(({ action }) => action))
  const kept = openBeats({ state, plot }, run).map(({ act }) => act)
  const barred = new Set([...kept, ...barredIn(plot, procedure)])
  return Object.entries(procedure.stages[run.stage]?.actions ?? {}).filter(
    ([name, action]) =>
      (action.to ?? run.stage) === run.stage && !done.has(name) && !barred.has(name) && isUsual(name, action),
  )
}

function isUsual(name: string, action: Action): boolean {
  const delays = [action.suspends, action.resumes, action.extends].some((clocks) => (clocks ?? []).length > 0)
  return !delays && action.adds !== 'handlers' && !UNUSUAL.test(name)
}

function movesOn({ stages }: AnyProcedure, to: string, name: string): boolean {
  return Object.values(stages).some(({ actions }) => actions[name]?.to === to)
}

function listsThings(procedures: Procedures, code: string): boolean {
  const definition = [...procedures.values()].findLast((procedure) => procedure.code === code)
  return definition !== undefined && actionsOf(definition).some(({ action }) => action.things?.does === 'list')
}

/** The first steps of the shortest way to the goal and of the next shortest without it; without a goal, to the end by the first action. */
function roadsFrom(procedure: AnyProcedure, run: Run, { plot }: Scene): readonly string[] {
  const goal = run.parent === undefined ? plot.goal : plot.story.ends?.[run.procedure]
  const barred = barredIn(plot, procedure)
  const from = { ...procedure, start: run.stage }
  const first = firstStep(from, goal, run.result, barred)
  if (first === undefined) return mainStep(from, barred)
  const other = firstStep(from, goal, run.result, [first, ...barred])
  return other === undefined || UNUSUAL.test(other) ? [first] : [first, other]
}

function firstStep(
  from: AnyProcedure,
  goal: string | undefined,
  result: string | undefined,
  avoid: readonly string[],
): string | undefined {
  if (goal === undefined) return undefined
  const paths = shortestPaths(from, avoid)
  const path =
    paths.find(({ outcome }) => outcome === goal) ?? paths.find(({ to }) => result === goal && isEnd(from, to))
  return path?.steps[0]?.action
}

const isEnd = ({ stages }: AnyProcedure, to: string): boolean => stages[to]?.ends !== undefined

/** Where no outcome is aimed at: the actions that lead on, in the order in which the procedure names them. */
function mainStep({ stages, start }: AnyProcedure, barred: readonly string[]): readonly string[] {
  const actions = Object.entries(stages[start]?.actions ?? {})
  return actions
    .filter(([name, { to }]) => to !== undefined && to !== start && !UNUSUAL.test(name) && !barred.includes(name))
    .map(([name]) => name)
}
