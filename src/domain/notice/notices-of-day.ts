import { officeDateOf } from '../calendar/due-at.ts'
import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { isRunning, isSuspended, lastDayOf } from '../case/clock.ts'
import { latest } from '../case/clock-events.ts'
import { type Counting, countedClock } from '../case/contested-clocks.ts'
import { openRuns } from '../case/open-runs.ts'
import { sceneDebts } from '../case/scene-debts.ts'
import type { CaseState, ClockState, Run } from '../case/state.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { sceneOf } from '../recording/scenes.ts'
import type { Notice, NoticeKind } from './notice.ts'
import { aboutClock, aboutScene } from './notices-of-events.ts'

/** People are told this many days before a term ends. */
export const SOON_DAYS = 3

/** What the calendar asks of people today; told once for each last day, also where it was moved. */
export function noticesOfDay(env: Counting, state: CaseState): readonly Notice[] {
  const { procedures, today } = env
  const ofClocks = openRuns(state).flatMap((run) => {
    const procedure = getProcedure(procedures, run.procedure, run.version)
    return Object.keys(procedure.clocks)
      .flatMap((name) => latest(run.clocks, name))
      .map((started) => countedClock({ env, state }, run, started).clock)
      .filter((clock) => isRunning(clock) && !isSuspended(clock))
      .flatMap((clock) => noticeOf({ procedure, state, run, clock, today }) ?? [])
  })
  return [...ofClocks, ...missingRecordings(state, today)]
}

type Asked = {
  readonly procedure: AnyProcedure
  readonly state: CaseState
  readonly run: Run
  readonly clock: ClockState
  readonly today: PlainDate
}

function noticeOf({ procedure, state, run, clock, today }: Asked): Notice | undefined {
  const definition = procedure.clocks[clock.clock]
  const dueOn = lastDayOf(clock)
  const left = daysBetween(today, dueOn)
  if (!definition || definition.binds === 'party' || left > SOON_DAYS) return undefined
  const kind = kindOf(procedure, clock, left)
  const about = aboutClock(state.id, run.id, clock.clock, clock.party)
  return {
    kind,
    key: `${about}:${dueOn}:${kind}`,
    about,
    to: recipientsOf(state, kind),
    sentence: `“${state.name}”：${definition.title}，${left < 0 ? '已经超过' : '最后一天是'}${dayWords(dueOn)}`,
    dueOn,
  }
}

/** A term of a measure that binds somebody's goods never rolls, and its end is everybody's concern. */
function kindOf(procedure: AnyProcedure, { clock, rolls }: ClockState, left: number): NoticeKind {
  if (left < 0) return 'overdue'
  if (procedure.disclosure?.clock === clock) return 'disclosure-due'
  const isOfMeasure = procedure.basis.startsWith('《行政强制法》') && !rolls
  return isOfMeasure ? 'measure-ending' : 'due-soon'
}

/** What has run out, and what would hold goods without a ground, the head of the unit hears of as well. */
function recipientsOf(state: CaseState, kind: NoticeKind): readonly string[] {
  const handlers = state.handlers.map((id) => `person:${id}`)
  return kind === 'overdue' || kind === 'measure-ending' ? [...handlers, `unit-head:${state.unit}`] : handlers
}

function missingRecordings(state: CaseState, today: PlainDate): readonly Notice[] {
  if (state.endedOn) return []
  return sceneDebts(state)
    .filter(({ dueAt }) => officeDateOf(dueAt) <= today)
    .map(({ run, scene, dueAt, seq }) => ({
      kind: 'recording-missing',
      key: `${aboutScene(state.id, run, scene)}:${seq}`,
      about: aboutScene(state.id, run, scene),
      to: state.handlers.map((id) => `person:${id}`),
      sentence: `“${state.name}”：${sceneOf(scene).title}的音像记录还没有归集`,
      dueOn: officeDateOf(dueAt),
    }))
}

function dayWords(day: PlainDate): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}
