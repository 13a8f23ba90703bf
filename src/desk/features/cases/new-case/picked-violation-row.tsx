import { useQuery } from '@tanstack/react-query'
import type { ViolationDetail } from '#contract/catalogue.ts'
import { leniencyHints } from '#domain/hint/leniency.ts'
import { read } from '../../../lib/request.ts'
import type { PickedViolation } from './opening-input.ts'

type Props = {
  readonly violation: PickedViolation
  readonly partyName: string | undefined
  readonly onRemove: () => void
}

export function PickedViolationRow({ violation, partyName, onRemove }: Props) {
  const { cause, catalogue } = violation
  return (
    <li>
      <span>
        <b>{cause}</b>
        {partyName && <small>{partyName}</small>}
        {catalogue && <small>违反：{catalogue.basisViolated}</small>}
        {catalogue && <small>依据：{catalogue.basisPenalty}</small>}
        {catalogue?.rangeText && <small className="range">幅度：{catalogue.rangeText}</small>}
        {catalogue?.id && <Lists id={catalogue.id} cause={cause} />}
      </span>
      <button type="button" className="button plain small" onClick={onRemove}>
        移去<span className="unseen">{cause}</span>
      </button>
    </li>
  )
}

/** Whether the act stands in a list of matters that may go without a penalty (处罚法第三十三条). */
function Lists({ id, cause }: { readonly id: string; readonly cause: string }) {
  const { data } = useQuery({
    queryKey: ['violation', id],
    queryFn: ({ signal }) => read<ViolationDetail>(`/api/violations/${encodeURIComponent(id)}`, signal),
    staleTime: 60_000,
  })
  return leniencyHints(cause, data?.leniency ?? []).map(({ title, basis, lines = [] }) => (
    <small key={lines[0]?.text} className="range">
      {title}（{basis}）：{lines.map(({ text }) => text).join('；')}
    </small>
  ))
}
