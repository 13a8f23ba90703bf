import './successions.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { workQuery } from './successions-query.ts'
import { StayingLine } from './work-row.tsx'

/** Everything that one officer has open, and the form that hands it over. */
export function WorkPage() {
  const { personId } = useParams({ from: '/successions/people/$personId' })
  const { data, error } = useQuery(workQuery(personId))
  const name = data?.person.name ?? ''
  useTitle(name === '' ? '工作交接' : `${name}的工作交接`)
  return (
    <main className="successions" aria-label="移交工作">
      <Link to="/successions">工作交接</Link>
      <h1>{name === '' ? '工作交接' : `${name}的工作`}</h1>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && (
        <>
          {data.rows.length === 0 ? (
            <p className="empty">{`${name}没有可以移交的事。`}</p>
          ) : (
            <HandOverForm key={personId} work={data} />
          )}
          {data.staying.length > 0 && (
            <section aria-labelledby="staying">
              <h2 id="staying">不在这里移交的</h2>
              <ul>
                {data.staying.map((row) => (
                  <StayingLine key={`${row.caseId}/${row.what}`} row={row} />
                ))}
              </ul>
            </section>
          )}
          {data.elsewhere > 0 && (
            <p className="notice">{`另有 ${data.elsewhere} 件由其他机构承办，由那个机构的负责人或者机关负责人移交。`}</p>
          )}
        </>
      )}
    </main>
  )
}
