import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useDebounced } from '../../lib/use-debounced.ts'
import type { Tab } from '../../lib/worklist-tabs.ts'

/** The search stands in the address, so that a list can be passed on. */
export function WorklistSearch({ tab, text }: { readonly tab: Tab; readonly text: string }) {
  const [typed, setTyped] = useState(text)
  const rested = useDebounced(typed.trim(), 200)
  const navigate = useNavigate()
  useEffect(() => {
    void navigate({ to: '.', search: (old) => ({ ...old, text: rested || undefined }), replace: true })
  }, [rested, navigate])
  return (
    <search>
      <input
        key={tab}
        className="control list-search"
        type="search"
        data-search
        aria-label="在工作清单里查找"
        aria-keyshortcuts="/"
        placeholder="名称、文号、当事人"
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
      />
    </search>
  )
}
