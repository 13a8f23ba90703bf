import './evidence.css'
import { useQuery } from '@tanstack/react-query'
import { coveredPath, photographsQuery } from '../../../lib/case/photograph-calls.ts'

/** What of the photographs of a case can be shown to others: the covered versions, never the originals. */
export function CoveredPhotographs({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery(photographsQuery(caseId))
  const ready = (data?.photographs ?? []).flatMap(({ id, title, derivatives }) =>
    derivatives.filter(({ state }) => state === 'ready').map((derivative) => ({ id, title, derivative })),
  )
  if (ready.length === 0) return null
  return (
    <section className="covered-photographs" aria-label="遮盖版照片">
      <h2>遮盖版照片</h2>
      <p className="hint">公示的内容里没有照片；要对外提供照片的，用遮盖版，不用原件。</p>
      <ul>
        {ready.map(({ id, title, derivative }) => (
          <li key={derivative.id}>
            <a href={coveredPath(id, derivative.id)} target="_blank" rel="noreferrer">
              <img src={coveredPath(id, derivative.id)} alt={`${title}（遮盖）`} loading="lazy" />
              <span>{title}</span>
            </a>
            <small className="muted">{derivative.reason}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
