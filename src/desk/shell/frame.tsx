import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { Announcer } from '../ui/announcer.tsx'
import { editHere } from './edit-here.ts'
import { FirstRoom } from './first-room.tsx'
import { Rail } from './rail.tsx'

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })))
const ShortcutList = lazy(() => import('./shortcut-list.tsx').then(({ ShortcutList }) => ({ default: ShortcutList })))

/** The device is in the hands of whoever signs: nothing of the office stands around the paper. */
const HANDED_OVER = /^\/cases\/[^/]+\/sign\//

function HandedOver() {
  return (
    <>
      <FirstRoom>
        <Outlet />
      </FirstRoom>
      <Announcer />
    </>
  )
}

/** Rail, page, and what floats above them. */
export function Frame() {
  const [floating, setFloating] = useState<'palette' | 'shortcuts' | undefined>()
  const close = () => setFloating(undefined)
  const { pathname } = useLocation()
  useShortcuts({
    'mod+k': () => setFloating('palette'),
    '?': () => setFloating('shortcuts'),
    '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
    e: editHere,
  })
  if (HANDED_OVER.test(pathname)) return <HandedOver />
  return (
    <div className="desk">
      <a className="skip" href="#page">
        跳到正文
      </a>
      <Rail pathname={pathname} onPalette={() => setFloating('palette')} onShortcuts={() => setFloating('shortcuts')} />
      <div className="page" id="page" tabIndex={-1}>
        <FirstRoom>
          <Outlet />
        </FirstRoom>
      </div>
      <Announcer />
      <Suspense>
        {floating === 'palette' && <Palette onClose={close} onShortcuts={() => setFloating('shortcuts')} />}
        {floating === 'shortcuts' && <ShortcutList onClose={close} />}
      </Suspense>
    </div>
  )
}
