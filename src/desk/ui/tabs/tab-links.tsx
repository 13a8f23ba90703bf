import './tab-row.css'
import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  /** Of a whole room rather than of one page. */
  readonly isOfRoom?: boolean
  readonly children: ReactNode
}

/** Tabs that are addresses: each child is a link, the one that is open carries `aria-current`. */
export function TabLinks({ label, isOfRoom = false, children }: Props) {
  return (
    <nav className={isOfRoom ? 'tab-row of-room' : 'tab-row'} aria-label={label}>
      {children}
    </nav>
  )
}
