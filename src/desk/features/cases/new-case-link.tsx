import { Link } from '@tanstack/react-router'
import { INTAKE } from '#domain/access/permissions.ts'
import { useMay } from '../../lib/session-context.ts'

/** 新建案件, for those who take in cases. */
export function NewCaseLink() {
  if (!useMay(INTAKE)) return null
  return (
    <Link to="/cases/new" className="button primary small">
      新建案件
    </Link>
  )
}
