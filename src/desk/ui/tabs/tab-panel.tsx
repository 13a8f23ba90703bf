import './tab-row.css'
import { type ReactNode, useId } from 'react'

export type Tab<T extends string> = { readonly name: T; readonly title: string; readonly count?: number | undefined }

type Props<T extends string> = {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly chosen: T
  readonly onChoose: (name: T) => void
  readonly children: ReactNode
}

/** Tabs of one part of a page, with the part that they change. */
export function TabPanel<T extends string>({ label, tabs, chosen, onChoose, children }: Props<T>) {
  const id = useId()
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
            onClick={() => onChoose(name)}
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
