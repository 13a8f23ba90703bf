import type { CaseMoved } from '#contract/case-moved.ts'
import type { ActionInput, ApprovalInput, VoidAnswerInput, VoidInput } from '#contract/cases.ts'
import { type SendOptions, send, sendForFile } from '../request.ts'

const base = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}`

export function performAction(
  caseId: string,
  action: string,
  input: ActionInput,
  options: SendOptions,
): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/actions/${encodeURIComponent(action)}`, input, options)
}

export function answerProposal(
  caseId: string,
  proposal: string,
  input: ApprovalInput,
  options: SendOptions,
): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/approvals/${encodeURIComponent(proposal)}`, input, options)
}

type PaperWanted = { action: string; input: ActionInput; document: string; party?: string | undefined }
/** `isIssued`: whether it is made out at all with this input. */
export type PaperShown = { readonly file: Blob; readonly isIssued: boolean }

/** A paper of an action as it would look with this input. */
export async function previewAction(caseId: string, wanted: PaperWanted, signal: AbortSignal): Promise<PaperShown> {
  const { file, headers } = await sendForFile(`${base(caseId)}/preview`, wanted, signal)
  return { file, isIssued: headers.get('x-document-issued') !== 'no' }
}

/** The label of a thing, to be printed. */
export function thingCardPath(caseId: string, thing: string): string {
  return `${base(caseId)}/things/${encodeURIComponent(thing)}/card`
}

export function documentPath(caseId: string, document: string): string {
  return `${base(caseId)}/documents/${encodeURIComponent(document)}/file`
}

/** A paper that was made out in error is to be void. */
export function voidDocument(
  caseId: string,
  document: string,
  input: VoidInput,
  options: SendOptions,
): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/documents/${encodeURIComponent(document)}/void`, input, options)
}

export function answerVoid(
  caseId: string,
  document: string,
  input: VoidAnswerInput,
  options: SendOptions,
): Promise<CaseMoved> {
  return send<CaseMoved>(
    'POST',
    `${base(caseId)}/documents/${encodeURIComponent(document)}/void/answer`,
    input,
    options,
  )
}

/** The copy for word processors. */
export function documentDocxPath(caseId: string, document: string): string {
  return `${base(caseId)}/documents/${encodeURIComponent(document)}/docx`
}

/** The decision as the draft of a run would have it printed, made out to one party. */
export function draftPaperPath(caseId: string, run: string, party: string | undefined): string {
  const query = party === undefined ? '' : `?party=${encodeURIComponent(party)}`
  return `${base(caseId)}/runs/${encodeURIComponent(run)}/draft-paper${query}`
}
