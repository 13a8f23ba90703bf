import './things-tab.css'
import type { CaseAnswer } from '#contract/cases.ts'
import { inCustody, ledgerOf } from '#domain/custody/ledger.ts'
import { quantityText } from '#domain/custody/quantity.ts'
import { FATE_TITLES, PLACE_TITLES, type Thing } from '#domain/custody/thing.ts'
import { formatFact } from '#domain/form/format-fact.ts'
import { thingCardPath } from '../../../lib/case/case-calls.ts'
import { lastDay } from '../../../lib/case/loudest-clock.ts'
import { procedureTitle } from '../../../lib/case/procedure-of.ts'
import { clockWords } from '../../../lib/clock-words.ts'
import { shortDay } from '../../../lib/office-time.ts'
import { ThingActs } from './thing-acts.tsx'
import { ThingLife } from './thing-life.tsx'

/** Every list of the case: what lies where, what was decided, until when, and what can be done with it now. */
export function ThingsTab({ answer }: { readonly answer: CaseAnswer }) {
  const things = answer.state.things ?? []
  const lists = [...Map.groupBy(things, ({ run }) => run)]
  return lists.map(([run, listed]) => (
    <section key={run} className="thing-list" aria-label={titleOf(answer, run)}>
      <header>
        <h2>{titleOf(answer, run)}</h2>
        <ListClock answer={answer} run={run} />
      </header>
      <ThingActs answer={answer} run={run} />
      <ol>
        {listed.map((thing) => (
          <li key={thing.id}>
            <ThingLine answer={answer} thing={thing} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function titleOf({ state }: CaseAnswer, runId: string): string {
  const run = state.runs.find(({ id }) => id === runId)
  return run ? `${procedureTitle(run.procedure)}的清单` : '清单'
}

/** The term that limits the measure; once everything is decided it is met and gone. */
function ListClock({ answer, run }: { readonly answer: CaseAnswer; readonly run: string }) {
  const clock = answer.clocks.find((item) => item.run === run && item.state !== 'met')
  if (!clock) return null
  if (clock.state === 'suspended') return <p className="hint">{clock.title}：扣除期间，暂停计算</p>
  const { words, tone } = clockWords(clock.daysLeft)
  return (
    <p className={`thing-clock ${tone}`}>
      <b>{words}</b> {clock.title}，{shortDay(lastDay(clock))}前
    </p>
  )
}

function ThingLine({ answer, thing }: { readonly answer: CaseAnswer; readonly thing: Thing }) {
  const evidence = thing.photos.length
  const details = [
    thing.spec,
    thing.valueFen === undefined ? '' : formatFact({ kind: 'money' }, thing.valueFen),
    thing.condition,
    thing.seal && `封条 ${thing.seal}`,
    evidence > 0 && `照片 ${evidence} 张`,
  ]
  return (
    <article className="thing" aria-label={thing.name}>
      <div className="thing-head">
        <span>
          <b>
            {thing.no}. {thing.name}
          </b>
          <small>{details.filter(Boolean).join(' · ')}</small>
        </span>
        <span className="thing-amount">
          {quantityText(thing.amount)}
          {thing.unit}
          {inCustody(thing) > 0 && (
            <a href={thingCardPath(answer.state.id, thing.id)} target="_blank" rel="noreferrer">
              打印标签
              <span className="unseen">：{thing.name}</span>
            </a>
          )}
        </span>
      </div>
      <Standing thing={thing} />
      <ThingLife answer={answer} thing={thing} />
    </article>
  )
}

/** Where it lies and what is decided, in numbers that add up. */
function Standing({ thing }: { readonly thing: Thing }) {
  const { places, fates, left } = ledgerOf(thing)
  const words = (titles: Readonly<Record<string, string>>, accounts: Readonly<Record<string, number>>) =>
    Object.entries(accounts).flatMap(([key, amount]) =>
      amount > 0 ? [`${titles[key]} ${quantityText(amount)}${thing.unit}`] : [],
    )
  const gone = left > 0 ? [`已经离开 ${quantityText(left)}${thing.unit}`] : []
  return (
    <p className="thing-standing">
      {[...words(PLACE_TITLES, places), ...gone].map((text) => (
        <span key={text}>{text}</span>
      ))}
      {words(FATE_TITLES, fates).map((text) => (
        <span key={text} className={text.startsWith(FATE_TITLES.held) ? 'soon' : 'ok'}>
          {text}
        </span>
      ))}
    </p>
  )
}
