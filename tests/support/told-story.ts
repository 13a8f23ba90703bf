import { isWorkingDay } from '#domain/calendar/calendar.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { Chance } from '#server/features/demo/year/chance.ts'
import { nextMove } from '#server/features/demo/year/next-move.ts'
import type { Plot } from '#server/features/demo/year/plot.ts'
import type { Story } from '#server/features/demo/year/story.ts'
import { plotOf } from '#server/features/demo/year/year-plan.ts'
import { YEAR_RULES } from '#server/features/demo/year/year-rules.ts'
import { done, type LawOffice, PEOPLE, VIOLATION, type Who } from './law-office.ts'
import { mainCase } from './merging-steps.ts'
import { reviewed } from './non-site-steps.ts'
import { valuesWith } from './office-options.ts'
import { bindOwed } from './penalty-steps.ts'
import { walkSteps } from './walk-path.ts'

const OFFICE: readonly Who[] = ['lin', 'zhou', 'zheng', 'shen', 'wu', 'fu', 'zhu', 'chuang', 'yuan', 'ku']
const people = OFFICE.map((who) => PEOPLE[who])
/** A case in which nothing could be done for so many weeks in a row has come as far as it can. */
const IDLE_WEEKS = 45

export type Told = { readonly office: LawOffice; readonly plot: Plot }

/** A case of the year, told in memory by the same clerk who tells it through the commands. */
export function tellStory(procedure: AnyProcedure, story: Story): Told {
  const chance = new Chance(7)
  const plot = plotOf(procedure, story, { field: 'market', party: story.party ?? 'organisation', chance })
  const told = { office: opened(procedure, story), plot }
  const other = story.joins ? mainCase().case : undefined
  for (let idle = 0; !told.office.case.endedOn && idle < IDLE_WEEKS; ) idle = moves(told, chance, other) ? 0 : idle + 1
  return told
}

/** One step, or a week in which there is none. */
function moves({ office, plot }: Told, chance: Chance, other: CaseState | undefined): boolean {
  bindOwed(office)
  office.other = other
  if (takesRecord(office, plot)) return true
  const move = nextMove({ env: office.env, state: office.case, people, plot, chance })
  if (!move?.isJoint) office.other = undefined
  if (move) done(office.do(move.who.id as Who, move.command))
  comeBack(office, move ? 1 : 7)
  return move !== undefined
}

/** Where the commands would store, review and take in what a device has seen. */
function takesRecord(office: LawOffice, { goal }: Plot): boolean {
  const { procedure, stage, facts } = rootRun(office.case)
  const isWaiting = procedure === 'non-site' && stage === 'recorded' && office.case.evidence.length === 0
  if (!isWaiting || goal === 'dropped') return false
  const capturedAt = String(facts.case['captured-at'])
  done(office.take('lin', 'add-record', {}, [reviewed(office, { capturedAt })]))
  return true
}

function opened(procedure: AnyProcedure, story: Story): LawOffice {
  const [office] = walkSteps(procedure, { to: '', outcome: undefined, steps: [] })
  if (!office) throw new Error(`no case of ${procedure.code}`)
  office.parameters = valuesWith(YEAR_RULES)
  if (story.hasSecondAct && office.state)
    office.state = {
      ...office.state,
      violations: [VIOLATION, { ...VIOLATION, id: 'violation-2', cause: '另一项行为' }],
    }
  return office
}

function comeBack(office: LawOffice, days: number): void {
  let day = addDays(office.today, days)
  while (!isWorkingDay(office.env.calendar, day)) day = addDays(day, 1)
  office.on(day)
}
