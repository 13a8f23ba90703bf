import './tab-row.css'
import { type KeyboardEvent, type ReactNode, useId } from 'react'

export type Tab<T extends string> = { readonly name: T; readonly title: string; readonly count?: number | undefined }

type Props<T extends string> = {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly chosen: T
  readonly onChoose: (name: T) => void
  /** The arrows belong to something else on the page, such as a player: then each tab is a stop of the Tab key. */
  readonly leavesArrows?: boolean
  readonly children: ReactNode
}

/** Tabs of one part of a page, with the part that they change; the row is one stop of the Tab key, and arrows go along it. */
export function TabPanel<T extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  leavesArrows = false,
  children,
}: Props<T>) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === chosen)
    const next = tabs[placeAfter(event.key, at, tabs.length) ?? -1]
    if (leavesArrows || !next) return
    event.preventDefault()
    onChoose(next.name)
    document.getElementById(`${id}${next.name}`)?.focus()
  }
  return (
    <>
      <div className="tab-row" role="tablist" aria-label={label}>
        {tabs.map(({ name, title, count }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}${name}`}
            aria-selected={name === chosen}
            aria-controls={id}
            tabIndex={leavesArrows || name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
            onKeyDown={onKeyDown}
          >
            {title}
            {count ? <b> {count}</b> : null}
          </button>
        ))}
      </div>
      <div id={id} role="tabpanel" aria-labelledby={`${id}${chosen}`}>
        {children}
      </div>
    </>
  )
}

/** Where a key leads from a place in a row that goes round. */
function placeAfter(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % length
  if (key === 'ArrowLeft') return (at - 1 + length) % length
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : undefined
}
