import { officeDateOf } from '../calendar/due-at.ts'
import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { isRunning, isSuspended, lastDayOf } from '../case/clock.ts'
import { latest } from '../case/clock-events.ts'
import { type Counting, countedClock } from '../case/contested-clocks.ts'
import { lapsesOf } from '../case/lapses.ts'
import { openRuns } from '../case/open-runs.ts'
import { sceneDebts } from '../case/scene-debts.ts'
import { type CaseState, type ClockState, type Run, rootRun } from '../case/state.ts'
import { cappedDebts } from '../case/surcharge-clock.ts'
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
  return [...ofClocks, ...termsOver(env, state), ...surchargesCapped(env, state), ...missingRecordings(state, today)]
}

/** From the day after, what is open now that a term of somebody else is over; it is nobody's own lateness. */
function termsOver(env: Counting, state: CaseState): readonly Notice[] {
  const over = lapsesOf(env, state).filter(({ dueOn }) => dueOn < env.today)
  return over.map(({ run, clock, dueOn, words, begins }) => {
    const about = aboutClock(state.id, run, clock.clock, clock.party)
    return {
      kind: 'term-over',
      key: `${about}:${clock.part ?? ''}:${dueOn}:term-over`,
      about,
      to: handlersOf(state),
      sentence: `“${state.name}”：${words}${begins && `；${begins}`}`,
    }
  })
}

/** The surcharge has grown as high as the fine; from now on it stays the same (行政处罚法第七十二条第一款第一项). */
function surchargesCapped(env: Counting, state: CaseState): readonly Notice[] {
  const capped = cappedDebts(env, state).filter(({ capOn }) => capOn <= env.today)
  return capped.map(({ party, capOn }) => ({
    kind: 'surcharge-capped',
    key: `surcharge:${state.id}:${party}:${capOn}`,
    about: aboutClock(state.id, rootRun(state).id, 'payment', party),
    to: handlersOf(state),
    sentence: `“${state.name}”：对${nameOf(state, party)}的加处罚款到${dayWords(capOn)}已经达到罚款的数额，不再增加`,
  }))
}

const handlersOf = (state: CaseState) => state.handlers.map((id) => `person:${id}`)
const nameOf = ({ parties }: CaseState, party: string) => parties.find(({ id }) => id === party)?.name ?? ''

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
  if (!definition || definition.binds !== undefined || left > SOON_DAYS) return undefined
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
  const handlers = handlersOf(state)
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
      to: handlersOf(state),
      sentence: `“${state.name}”：${sceneOf(scene).title}的音像记录还没有归集`,
      dueOn: officeDateOf(dueAt),
    }))
}

function dayWords(day: PlainDate): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}
