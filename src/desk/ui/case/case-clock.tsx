import type { ClockView } from '#contract/cases.ts'
import { haltedClock, lastDay, loudestClock } from '../../lib/case/loudest-clock.ts'
import { type ClockWords, clockWords } from '../../lib/clock-words.ts'
import { longDay, shortDay, timeOf } from '../../lib/office-time.ts'
import { shortBasis } from '../../lib/short-basis.ts'

type Props = {
  readonly clocks: readonly ClockView[]
  readonly endedOn: string | undefined
  /** Whose time it is, where it is not the office's own. */
  readonly whose: Whose
}
type Whose = (clock: ClockView) => string

/** The loudest thing on the page; the other clocks are one press away. */
export function CaseClock({ clocks, endedOn, whose }: Props) {
  if (endedOn) {
    return (
      <div className="case-clock">
        <b className="ok">已办结</b>
        <small>{longDay(endedOn)}</small>
      </div>
    )
  }
  const loud = loudestClock(clocks, (clock) => whose(clock) !== '')
  if (!loud) return <Halted clocks={clocks} whose={whose} />
  const { words, tone } = wordsOf(loud)
  const rest = clocks.filter((clock) => clock !== loud && clock.state !== 'met')
  return (
    <div className="case-clock">
      <b className={tone}>{words}</b>
      <small>
        {loud.title}，{lastMoment(loud)}前{loud.estimated && '（按估计的节假日）'}
        <br />
        <span title={loud.basis}>{shortBasis(loud.basis)}</span>
        {loud.note !== '' && (
          <>
            <br />
            {loud.note}
          </>
        )}
        {loud.state === 'overdue' && loud.consequence !== '' && (
          <>
            <br />
            <b className="late">{loud.consequence}</b>
          </>
        )}
      </small>
      <Lapses clocks={clocks} />
      {rest.length > 0 && <Terms clocks={rest} whose={whose} title={`另有 ${rest.length} 个期限`} />}
    </div>
  )
}

/** The other terms, each with whose it is. */
function Terms({ clocks, whose, title }: Pick<Props, 'clocks' | 'whose'> & { readonly title: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {clocks.map((clock) => (
          <li key={`${clock.run}${clock.clock}${clock.party}`}>
            {clock.title}
            {whose(clock) && !clock.title.startsWith(whose(clock)) && `（${whose(clock)}的）`}：
            {clock.state === 'suspended' ? '期限扣除中' : spanOf(clock, whose(clock) !== '')}
            {clock.note !== '' && `。${clock.note}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What is open to the office because a term of somebody else is over; it is nobody's lateness here. */
function Lapses({ clocks }: { readonly clocks: readonly ClockView[] }) {
  const over = clocks.filter(({ lapse }) => lapse !== '')
  if (over.length === 0) return null
  return (
    <ul className="case-lapses" aria-label="可以接着办的">
      {over.map(({ run, clock, party, lapse }) => (
        <li key={`${run}${clock}${party}${lapse}`}>{lapse}</li>
      ))}
    </ul>
  )
}

/** Nothing of the office runs: a dispute may be the reason, or it was somebody else's turn. */
function Halted({ clocks, whose }: Pick<Props, 'clocks' | 'whose'>) {
  const clock = haltedClock(clocks)
  const others = clocks.filter((one) => one !== clock && one.state !== 'met')
  if (!clock && others.length === 0) return null
  return (
    <div className="case-clock">
      {clock && (
        <>
          <b className="calm">期限不计算</b>
          <small>
            {clock.title}
            <br />
            <span title={clock.basis}>{shortBasis(clock.basis)}</span>
            <br />
            {clock.note}
          </small>
        </>
      )}
      <Lapses clocks={clocks} />
      {others.length > 0 && <Terms clocks={others} whose={whose} title={`其他 ${others.length} 个期限`} />}
    </div>
  )
}

/** The party is not the office's to be called late: its term is over, or it ends on a day. */
function spanOf(clock: ClockView, isOther: boolean): string {
  const isPast = isOther && clock.state === 'overdue'
  return isPast ? `${lastMoment(clock)}已满` : `${wordsOf(clock).words}，${lastMoment(clock)}前`
}

/** A term in hours can be over on its last day. */
function wordsOf({ daysLeft, dueAt, state }: ClockView): ClockWords {
  if (dueAt !== null && state === 'overdue' && daysLeft === 0) return { words: '已经超过', tone: 'late' }
  return clockWords(daysLeft)
}

function lastMoment(clock: ClockView): string {
  const day = shortDay(lastDay(clock))
  return clock.dueAt === null ? day : `${day} ${timeOf(clock.dueAt)} `
}
