import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isPermitted } from '#domain/access/permissions.ts'
import { useSession } from '../lib/session-context.ts'
import { Bell } from './bell.tsx'
import { ROOMS, type Room } from './rooms.ts'
import { WhoAmI } from './who-am-i.tsx'

type Props = {
  readonly pathname: string
  readonly onPalette: () => void
  readonly onShortcuts: () => void
}

/** Every address begins with `/`; only its own is the first room's. */
const EXACT = { exact: true }

/** The rooms; on a narrow screen a bar at the bottom, where the thumb is. */
export function Rail({ pathname, onPalette, onShortcuts }: Props) {
  const { session } = useSession()
  const rooms = ROOMS.filter((room) => isPermitted(room.permission, session.roles))
  const bar = useRef<HTMLDivElement>(null)
  // On a phone the bar is wider than the screen.
  useEffect(() => {
    const room = bar.current?.querySelector(`[aria-current][href="/${pathname.split('/')[1]}"]`)
    room?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <nav className="rail" aria-label="主导航">
      <Link to="/" activeOptions={EXACT} className="rail-mark" aria-label="昭法，回到我的工作">
        昭
      </Link>
      <div ref={bar} className="rail-rooms">
        {rooms.map((room) => (
          <Link
            key={room.to}
            to={room.to}
            className="rail-room"
            aria-current={isIn(room, pathname) ? 'page' : undefined}
          >
            {room.title}
          </Link>
        ))}
        <Bell />
        <button type="button" className="rail-room rail-find" onClick={onPalette} aria-keyshortcuts="Control+K">
          查找
        </button>
      </div>
      <WhoAmI onShortcuts={onShortcuts} />
    </nav>
  )
}

function isIn(room: Room, pathname: string): boolean {
  return pathname === room.to || pathname.startsWith(room.prefix)
}
