import { Link } from '@tanstack/react-router'
import type { CaseState } from '#domain/case/state.ts'

/** What the new case comes from, above the form that it has filled in. */
export function OriginLine({ from }: { readonly from: CaseState }) {
  return (
    <p className="notice origin-line">
      来源案件：
      <Link to="/cases/$caseId" params={{ caseId: from.id }}>
        {from.name}
      </Link>
      {from.number && `（${from.number}）`}。当事人、违法行为和相同的要素已经带入，请核对。
    </p>
  )
}
