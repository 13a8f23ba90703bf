import './palette.css'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import type { PaletteEntry } from './palette-entry.ts'
import { usePaletteEntries } from './use-palette-entries.ts'

type Props = { readonly onClose: () => void; readonly onShortcuts: () => void }

/** ⌘K: one field that finds cases, rooms and what can be done here. */
export function Palette({ onClose, onShortcuts }: Props) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const navigate = useNavigate()
  const entries = usePaletteEntries(text)
  const at = Math.min(chosen, Math.max(0, entries.length - 1))

  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    if (entry.does === 'shortcuts') onShortcuts()
    else void navigate({ href: entry.href })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setChosen(Math.min(entries.length - 1, Math.max(0, at + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(entries[at])
  }

  return (
    <Dialog title="查找" onClose={onClose} className="palette" isTitleUnseen>
      <input
        className="control palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={entries[at] ? `${listId}-${at}` : undefined}
        aria-label="查找案件、页面和操作"
        placeholder="案件名称、文号、当事人，或者要做的事"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
        autoFocus
      />
      <div role="listbox" id={listId} aria-label="结果" className="palette-list">
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox above
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="palette-entry"
            onClick={() => run(entry)}
          >
            <span>{entry.title}</span>
            <small>{entry.note}</small>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="hint palette-none">没有找到。换一个词，或者只写名称里的两个字。</p>}
    </Dialog>
  )
}
