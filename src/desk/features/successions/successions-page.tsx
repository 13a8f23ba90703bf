import './successions.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SuccessionBrief, SuccessionPerson } from '#contract/successions.ts'
import { SUCCESSION_GROUNDS } from '#domain/succession/ground.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { successionsQuery } from './successions-query.ts'

/** 工作交接: whose work is to be handed over, and what was handed over before. */
export function SuccessionsPage() {
  const { data, error } = useQuery(successionsQuery)
  useTitle('工作交接')
  return (
    <main className="successions" aria-label="工作交接">
      <h1>工作交接</h1>
      <p className="muted">
        有人调岗、退休、离职、请假的，把他手上在办的事一次交给接手的人。先选是谁的工作，再逐件或者一并选接手人。
      </p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && (
        <>
          <section aria-labelledby="whose">
            <h2 id="whose">谁的工作</h2>
            <ul>
              {data.people.map((person) => (
                <PersonLine key={person.id} person={person} />
              ))}
            </ul>
          </section>
          <section aria-labelledby="made">
            <h2 id="made">办过的交接</h2>
            {data.made.length === 0 && <p className="empty">还没有办过工作交接。</p>}
            <ul>
              {data.made.map((made) => (
                <MadeLine key={made.id} made={made} />
              ))}
            </ul>
          </section>
        </>
      )}
    </main>
  )
}

function PersonLine({ person: { id, name, units, leftOn, hasPost, open } }: { readonly person: SuccessionPerson }) {
  const words = (
    <>
      <b>{name}</b>
      <small>{units}</small>
      {!hasPost && <small className="late">{leftOn ? `${longDay(leftOn)}已经离开` : '今天没有岗位'}</small>}
    </>
  )
  return (
    <li>
      {open === 0 ? (
        <div className="succession-line">
          <span>{words}</span>
          <small className="muted">没有在办的</small>
        </div>
      ) : (
        <Link to="/successions/people/$personId" params={{ personId: id }} className="succession-line" data-row>
          <span>{words}</span>
          <span>{`在办 ${open} 件`}</span>
        </Link>
      )}
    </li>
  )
}

function MadeLine({ made: { id, from, ground, by, at, moved, stayed } }: { readonly made: SuccessionBrief }) {
  return (
    <li>
      <Link to="/successions/$successionId" params={{ successionId: id }} className="succession-line" data-row>
        <span>
          <b>{`${from}的工作交接单`}</b>
          <small>{`${SUCCESSION_GROUNDS[ground]} · ${dayAndTimeOf(at)} · ${by}办理`}</small>
        </span>
        <span>{`移交 ${moved} 件${stayed > 0 ? `，留下 ${stayed} 件` : ''}`}</span>
      </Link>
    </li>
  )
}
