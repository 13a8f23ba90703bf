import type { ActionInput, DraftAnswer } from '#contract/cases.ts'
import { read, send } from '../request.ts'

const pathOf = (caseId: string, run: string, action: string) =>
  `/api/cases/${encodeURIComponent(caseId)}/drafts/${encodeURIComponent(run)}/${encodeURIComponent(action)}`

export function readDraft(caseId: string, run: string, action: string, signal?: AbortSignal): Promise<DraftAnswer> {
  return read<DraftAnswer>(pathOf(caseId, run, action), signal)
}

/** Saves a form as it was typed; a 412 carries what the other editor saved. */
export function saveDraft(caseId: string, action: string, input: ActionInput, version: number): Promise<DraftAnswer> {
  return send<DraftAnswer>(
    'PUT',
    pathOf(caseId, input.run, action),
    { run: input.run, input },
    { version, outlivesPage: true },
  )
}
