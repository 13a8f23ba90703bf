import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { POST_TITLES } from '../lib/post-titles.ts'
import { useSession } from '../lib/session-context.ts'

/** The person at the desk, the posts held today, and the way out. */
export function WhoAmI({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { session, signOut } = useSession()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      const isOutside = event instanceof PointerEvent && !box.current?.contains(event.target as Node)
      if (isEscape || isOutside) setOpen(false)
    }
    document.addEventListener('keydown', closeOutside)
    document.addEventListener('pointerdown', closeOutside)
    return () => {
      document.removeEventListener('keydown', closeOutside)
      document.removeEventListener('pointerdown', closeOutside)
    }
  }, [isOpen])
  return (
    <div className="who" ref={box}>
      <button
        type="button"
        className="rail-room who-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="who-mark" aria-hidden="true">
          {[...session.person.name].at(-1)}
        </span>
        <span className="who-name">{session.person.name}</span>
      </button>
      <div className="who-card" id={id} hidden={!isOpen}>
        <strong>{session.person.name}</strong>
        <p className="hint">{session.agency.name}</p>
        <ul className="hint">
          {session.posts.map((post) => (
            <li key={`${post.unitId}${post.role}`}>
              {post.unitName} · {POST_TITLES[post.role]}
            </li>
          ))}
        </ul>
        <div className="buttons">
          <button type="button" className="button small" onClick={signOut}>
            退出登录
          </button>
          <Link to="/trail" className="button small plain" onClick={() => setOpen(false)}>
            我的操作记录
          </Link>
          <button type="button" className="button small plain" onClick={onShortcuts}>
            快捷键
          </button>
        </div>
      </div>
    </div>
  )
}
