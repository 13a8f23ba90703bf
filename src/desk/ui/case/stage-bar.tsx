import { useEffect, useRef, useState } from 'react'
import type { StageMark } from '#contract/cases.ts'

/** The stages as the procedure draws them, and where the case stands. */
export function StageBar({ stages }: { readonly stages: readonly StageMark[] }) {
  const bar = useRef<HTMLOListElement>(null)
  const current = stages.findIndex(({ state }) => state === 'current')
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setCut(entry !== undefined && isWider(entry.target)))
    if (bar.current) watcher.observe(bar.current)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    // On a narrow screen the bar is wider than the page: it begins a little before where the case stands.
    const here = bar.current?.children[current]
    if (bar.current && here instanceof HTMLElement)
      bar.current.scrollLeft = here.offsetLeft - bar.current.offsetLeft - 48
  }, [current])
  return (
    // What is wider than its window is moved by the arrow keys, for which it needs the focus
    <ol className="stages" ref={bar} aria-label="环节" tabIndex={isCut ? 0 : undefined}>
      {stages.map(({ stage, title, state }) => (
        <li key={stage} className={state} aria-current={state === 'current' ? 'step' : undefined}>
          {title}
          {state === 'done' && <span className="unseen">（已办）</span>}
        </li>
      ))}
    </ol>
  )
}

function isWider({ scrollWidth, clientWidth }: Element): boolean {
  return scrollWidth > clientWidth
}
