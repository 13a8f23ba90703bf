import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState, Run } from '#domain/case/state.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import type { Plot } from './plot.ts'
import type { Beat } from './story.ts'

type Told = { readonly state: Pick<CaseState, 'runs'>; readonly plot: Pick<Plot, 'story'> }

/** What the story still wants of this procedure, in its order; the same act as often as it stands there. */
export function openBeats({ state, plot }: Told, { procedure }: Pick<Run, 'procedure'>): readonly Beat[] {
  const own = (plot.story.beats ?? []).filter((beat) => beat.in === procedure)
  return own.filter(({ act }, at) => timesTold(own.slice(0, at + 1), act) > timesTaken(state, { in: procedure, act }))
}

/** The first of them that this stage offers. */
export function nextBeat(told: Told, run: Run, { stages }: AnyProcedure): Beat | undefined {
  return openBeats(told, run).find(({ act }) => stages[run.stage]?.actions[act] !== undefined)
}

/** Whether its time has come: so many days after the last act of the run, and after what it waits for. */
export function isDue(
  { state, env }: { readonly state: CaseState; readonly env: { readonly today: PlainDate } },
  run: Run,
  { after = 0, once }: Beat,
): boolean {
  if (once && timesTaken(state, once) === 0) return false
  const last = run.taken.at(-1)?.on ?? startOf(state, run)
  return daysBetween(last, env.today) >= after
}

/** A run inside the case begins on the day of the act that opens it. */
function startOf({ runs, openedOn }: CaseState, { openedSeq }: Run): PlainDate {
  const before = runs.flatMap(({ taken }) => taken).filter(({ seq }) => seq <= openedSeq)
  return (
    before
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? openedOn
  )
}

export function barredIn({ story }: Pick<Plot, 'story'>, { code }: AnyProcedure): readonly string[] {
  return (story.bars ?? []).flatMap((bar) => (bar.startsWith(`${code}/`) ? [bar.slice(code.length + 1)] : []))
}

const timesTold = (beats: readonly Beat[], act: string): number => beats.filter((beat) => beat.act === act).length

function timesTaken({ runs }: Pick<CaseState, 'runs'>, { in: procedure, act }: Pick<Beat, 'in' | 'act'>): number {
  const taken = runs.filter((run) => run.procedure === procedure).flatMap((run) => run.taken)
  return taken.filter(({ action }) => action === act).length
}
