import { useNavigate } from '@tanstack/react-router'
import { ViolationSearch } from './violation-search.tsx'

/** For who knows what was done and not yet by which procedure: the item of the catalogue brings its bases and its range. */
export function BeginByViolation() {
  const navigate = useNavigate()
  return (
    <details className="begin-by-violation">
      <summary>从违法行为清单开始</summary>
      <ViolationSearch onPick={({ id }) => void navigate({ to: '/cases/new', search: { violation: id } })} />
    </details>
  )
}
