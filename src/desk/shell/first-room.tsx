import { Navigate, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CASE_READERS, isPermitted } from '#domain/access/permissions.ts'
import { useMay, useSession } from '../lib/session-context.ts'
import { ROOMS } from './rooms.ts'

/** Who reads no cases begins in the first room that is open to them; whoever has none, such as an administrator of security, in the own record. */
export function FirstRoom({ children }: { readonly children: ReactNode }) {
  const { session } = useSession()
  const readsCases = useMay(CASE_READERS)
  const isHome = useLocation().pathname === '/'
  if (readsCases || !isHome) return children
  const first = ROOMS.find(({ permission }) => isPermitted(permission, session.roles))
  return <Navigate to={first?.to ?? '/trail'} replace />
}
