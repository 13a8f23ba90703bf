import { Link } from '@tanstack/react-router'
import type { CaseAnswer, LinkedCase } from '#contract/cases.ts'
import { shortDay } from '../../lib/office-time.ts'
import { useSession } from '../../lib/session-context.ts'
import { openableFrom } from './new-case/openable-by.ts'

/** Where the case has come from, what has come from it, and the way to what may yet come. */
export function CaseLinks({ answer }: { readonly answer: CaseAnswer }) {
  const { session } = useSession()
  const { origin, followers, state } = answer
  const mayOpen = !answer.grant && openableFrom(session.roles, state).length > 0
  if (!origin && followers.length === 0 && !mayOpen) return null
  return (
    <section aria-label="来源和后续案件" className="offer-group case-links">
      {origin && (
        <>
          <h2>来源</h2>
          <ul>
            <Linked linked={origin} />
          </ul>
        </>
      )}
      {(followers.length > 0 || mayOpen) && <h2>后续案件</h2>}
      <ul>
        {followers.map((linked) => (
          <Linked key={linked.id} linked={linked} />
        ))}
      </ul>
      {mayOpen && (
        <Link to="/cases/new" search={{ from: state.id }} className="button small">
          由本案新建
        </Link>
      )}
    </section>
  )
}

function Linked({ linked }: { readonly linked: LinkedCase }) {
  const { id, title, number, procedure, openedOn, isEnded, isOurs } = linked
  return (
    <li>
      {isOurs ? (
        <Link to="/cases/$caseId" params={{ caseId: id }}>
          {title}
        </Link>
      ) : (
        title
      )}
      <small>{[number, procedure, `${shortDay(openedOn)}登记`, isEnded && '已办结'].filter(Boolean).join(' · ')}</small>
    </li>
  )
}
