import { createContext, useContext } from 'react'
import type { SessionAnswer } from '#contract/session.ts'
import { isPermitted, type Permission } from '#domain/access/permissions.ts'

export type Signed = { readonly session: SessionAnswer; readonly signOut: () => void }

export const SessionContext = createContext<Signed | undefined>(undefined)

/** Who is signed in; throws outside the office. */
export function useSession(): Signed {
  const signed = useContext(SessionContext)
  if (!signed) throw new Error('useSession: nobody is signed in here')
  return signed
}

/** Whether the person may call what this permission guards; the server judges again. */
export function useMay(permission: Permission): boolean {
  return isPermitted(permission, useSession().session.roles)
}
