import { Link } from '@tanstack/react-router'
import { INTAKE } from '#domain/access/permissions.ts'
import { useMay } from '../../lib/session-context.ts'

/** 新建案件, for those who take in cases; red only while no case is open, whose own act is then the primary one. */
export function NewCaseLink({ isPrimary }: { readonly isPrimary: boolean }) {
  if (!useMay(INTAKE)) return null
  return (
    <Link to="/cases/new" className={isPrimary ? 'button small primary' : 'button small'}>
      新建案件
    </Link>
  )
}
