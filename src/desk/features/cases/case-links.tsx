import { Link } from '@tanstack/react-router'
import type { CaseAnswer, LinkedCase } from '#contract/cases.ts'
import { shortDay } from '../../lib/office-time.ts'
import { useSession } from '../../lib/session-context.ts'
import { openableFrom } from './new-case/openable-by.ts'

/** Where the case has come from, what has come from it, and the way to what may yet come. */
export function CaseLinks({ answer }: { readonly answer: CaseAnswer }) {
  const { session } = useSession()
  const { followers, state } = answer
  const mayOpen = !answer.grant && openableFrom(session.roles, state).length > 0
  const groups = groupsOf(answer)
  if (groups.length + followers.length === 0 && !mayOpen) return null
  return (
    <section aria-label="来源和后续案件" className="offer-group case-links">
      {groups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
      {(followers.length > 0 || mayOpen) && <Group title="后续案件" cases={followers} />}
      {mayOpen && (
        <Link to="/cases/new" search={{ from: state.id }} className="button small">
          由本案新建
        </Link>
      )}
    </section>
  )
}

function groupsOf({ origin, mergedInto, joined, state }: CaseAnswer) {
  return [
    { title: '已经并入', cases: mergedInto ? [mergedInto] : [] },
    { title: '并入本案的案件', cases: joined },
    { title: state.origin?.isSplit ? '从这件分出' : '来源', cases: origin ? [origin] : [] },
  ].filter(({ cases }) => cases.length > 0)
}

/** Evidence stands in both; recordings, things and papers are read in the case in which they were made. */
function Group({ title, cases }: { readonly title: string; readonly cases: readonly LinkedCase[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {cases.map((linked) => (
          <Linked key={linked.id} linked={linked} />
        ))}
      </ul>
    </>
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
