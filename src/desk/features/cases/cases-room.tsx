import './worklist.css'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Worklist } from './worklist.tsx'

/** The list at the left, the work at its right; on a narrow screen one of them. */
export function CasesRoom() {
  const isList = useLocation().pathname === '/'
  return (
    <div className={isList ? 'room at-list' : 'room at-work'}>
      <Worklist />
      <div className="room-work">
        <Outlet />
      </div>
    </div>
  )
}
