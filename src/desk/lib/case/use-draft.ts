import { useEffect, useMemo, useRef, useState } from 'react'
import type { ActionInput, DraftAnswer } from '#contract/cases.ts'
import { saveDraft } from './draft-calls.ts'
import { type DraftSaver, draftSaver, type SaveState } from './draft-saver.ts'

const REST_MS = 900

/** Keeps the form's draft on the server while it is typed, and once more when the page is left. */
export function useDraft(
  caseId: string,
  action: string,
  draft: DraftAnswer,
): { saver: DraftSaver<ActionInput>; state: SaveState } {
  const [state, setState] = useState<SaveState>(
    draft.savedAt ? { is: 'saved', at: draft.savedAt } : { is: 'untouched' },
  )
  const first = useRef(draft)
  const saver = useMemo(
    () =>
      draftSaver<ActionInput>({
        save: (input, version) => saveDraft(caseId, action, input, version),
        onState: setState,
        restMs: REST_MS,
        version: first.current.version,
      }),
    [caseId, action],
  )
  useEffect(() => {
    const flush = () => void saver.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [saver])
  return { saver, state }
}
