import './case-head.css'
import { Link } from '@tanstack/react-router'
import type { CaseAnswer, ClockView } from '#contract/cases.ts'
import { rootRun } from '#domain/case/state.ts'
import { WHOSE } from '#domain/procedure/answering-body.ts'
import { procedureAt, procedureOfRun } from '../../lib/case/procedure-of.ts'
import { timesWords } from '../../lib/case/times-words.ts'
import { shortDay } from '../../lib/office-time.ts'
import { CaseClock } from './case-clock.tsx'

/** What this party's case has come to, where the parties are decided one by one. */
function resultTitle({ state }: CaseAnswer, party: string): string {
  const root = rootRun(state)
  const title = procedureOfRun(root)?.results?.[root.results?.[party] ?? '']
  return title && state.parties.length > 1 ? `（${title}）` : ''
}

/** Name, number, parties, handlers, and the clock that ends first. */
export function CaseHead({ answer }: { readonly answer: CaseAnswer }) {
  const { state, people } = answer
  const procedure = procedureOfRun(rootRun(state))
  const whose = ({ run, clock }: ClockView) => {
    const binds = procedureAt(state, run)?.clocks[clock]?.binds
    return binds === undefined ? '' : WHOSE[binds]
  }
  const times = timesWords(answer.times)
  const handlers = state.handlers.map((id) => people[id] ?? '').filter(Boolean)
  return (
    <header className="case-head">
      <div>
        <h1>{state.name}</h1>
        <p>
          {[state.number, procedure?.title].filter(Boolean).join(' · ')}
          <br />
          {procedure?.opening?.partyTitle ?? '当事人'}{' '}
          {state.parties.map((party, index) => (
            <span key={party.id}>
              {index > 0 && '、'}
              <Link to="/parties/$partyId" params={{ partyId: party.id }}>
                {party.name}
              </Link>
              {resultTitle(answer, party.id)}
            </span>
          ))}
          {handlers.length > 0 && ` · 承办 ${handlers.join('、')}`}
          {` · ${shortDay(state.openedOn)}登记`}
          {times && (
            <>
              <br />
              {times}
            </>
          )}
        </p>
      </div>
      <CaseClock clocks={answer.clocks} endedOn={state.endedOn} whose={whose} />
    </header>
  )
}
