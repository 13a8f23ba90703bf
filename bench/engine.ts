import { addDays } from '#domain/calendar/plain-date.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import { evolve, fold } from '#domain/case/evolve.ts'
import { offersOf } from '#domain/case/offers.ts'
import { projectionOf } from '#domain/case/projection.ts'
import type { CaseState } from '#domain/case/state.ts'
import { Chance } from '#server/features/demo/year/chance.ts'
import { nextMove } from '#server/features/demo/year/next-move.ts'
import type { Plot } from '#server/features/demo/year/plot.ts'
import { PLAIN } from '#server/features/demo/year/story.ts'
import { LawOffice, PEOPLE, type Who } from '../tests/support/law-office.ts'
import { openPenalty } from '../tests/support/penalty-steps.ts'
import { type Figure, median, round } from './figure.ts'

type Step = {
  readonly env: Environment
  readonly state: CaseState
  readonly command: CaseCommand
  readonly who: Person
}

const ROUNDS = 7
const ROUND_MS = 400
const PLOT: Plot = {
  procedure: 'penalty-ordinary',
  story: PLAIN,
  second: undefined,
  goal: 'penalty',
  cause: '经营超过保质期的食品',
  subject: '食品经营',
  found: '货架上有六瓶超过保质期的调味品',
  place: '青石区',
  basis: '《食品安全法》第三十四条',
  proposal: '给予行政处罚',
  needsReview: true,
  amount: '5000',
  things: [],
  pace: 1,
}

/** The pure engine alone, over every act of one whole penalty; beside it what any store of states cannot do without. */
export async function measure(): Promise<Figure[]> {
  const { steps, office } = wholePenalty()
  const { events, env } = office
  const acts = rateOf(steps.length, () => {
    for (const step of steps) act(step)
  })
  const copies = rateOf(steps.length, () => {
    for (const { state } of steps) JSON.parse(JSON.stringify(state))
  })
  const folds = rateOf(events.length, () => fold(events))
  const offers = rateOf(steps.length, () => {
    for (const { state } of steps) offersOf(env, state, PEOPLE.lin)
  })
  const note = `${steps.length} 个动作、${events.length} 个事件的一件普通程序处罚`
  return [
    {
      name: `判断并折叠（decide、evolve、projection），${note}（参照：状态经 JSON 走一遍）`,
      ...perSecond(acts),
      yardstick: copies,
      target: '—',
    },
    { name: '只折叠（evolve），同一件', figure: folds, unit: '事件/秒', target: '—' },
    { name: '全部可办事项（offersOf），同一件的每一步', ...perSecond(offers), target: '—' },
  ]
}

const perSecond = (figure: number) => ({ figure, unit: '次/秒' })

/** A penalty from the clue to the dossier, by the honest clerk; each act with the case as it stood. */
function wholePenalty(): { readonly steps: readonly Step[]; readonly office: LawOffice } {
  const office = new LawOffice()
  openPenalty(office)
  const people = (['lin', 'zhou', 'zheng', 'shen', 'wu', 'fu', 'zhu', 'chuang', 'ku'] as const).map(
    (who) => PEOPLE[who],
  )
  const [chance, steps] = [new Chance(2), [] as Step[]]
  for (let tries = 0; tries < 200 && !office.case.endedOn; tries += 1) {
    const { env, case: state } = office
    const move = nextMove({ env, state, people, plot: PLOT, chance })
    office.today = addDays(office.today, 1)
    if (!move) continue
    steps.push({ env: office.env, state, ...move })
    office.do(move.who.id as Who, move.command)
  }
  if (office.case.endedOn === undefined) throw new Error('the penalty did not come to its end')
  return { steps, office }
}

function act({ env, state, command, who }: Step): void {
  const decision = decide(env, state, command, who)
  if (!decision.ok) throw new Error(decision.refusals[0]?.sentence)
  let next: CaseState = state
  for (const body of decision.events)
    next = evolve(next, { ...body, seq: next.seq + 1, at: env.now, on: env.today, by: who.id })
  projectionOf(env, next)
}

/** Median of some rounds, each as often as it goes in a while. */
function rateOf(count: number, work: () => void): number {
  work()
  const rates = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    let turns = 0
    while (performance.now() - started < ROUND_MS) {
      work()
      turns += 1
    }
    return (turns * count * 1000) / (performance.now() - started)
  })
  return round(median(rates))
}

if (import.meta.main) console.table(await measure())
