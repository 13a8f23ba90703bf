import type { Context } from '../context.ts'

/** Every background task with its payload; a task that does not stand here cannot be enqueued. */
export type Tasks = {
  readonly 'typeset-document': { readonly documentId: string }
  /** Draws the copy of a paper that bears its signatures. */
  readonly 'draw-signed-paper': { readonly documentId: string }
  /** Publishes what is delivered, withdraws what was voided, and takes over names of agencies. */
  readonly 'publish-due': Record<string, never>
  /** The decision of a case is public: its term for that is met. */
  readonly 'meet-publication-clock': {
    readonly caseId: string
    readonly agencyId: string
    readonly documentId?: string
  }
  readonly 'remove-expired-uploads': Record<string, never>
  /** Deletes what was kept for commands that come twice, and ended sessions. */
  readonly 'forget-answers': Record<string, never>
  /** Poster, strip, waveform and web version of an original. */
  readonly 'make-rendition': { readonly sha256: string }
  /** Cuts, covers or marks a copy of a recording. */
  readonly 'make-derivative': { readonly derivativeId: string }
  /** Makes a trail that somebody asked for as a file. */
  readonly 'make-trail': { readonly trailId: string }
  /** Tells people what the events of a case after one and until another ask of them. */
  readonly 'tell-notices': { readonly caseId: string; readonly after: number; readonly until: number }
  /** Tells people what the calendar asks of them. */
  readonly 'tell-due': Record<string, never>
  /** Reads every file of a dossier that was handed over. */
  readonly 'examine-dossier': { readonly dossierId: string }
  /** Puts the package together from what was sealed. */
  readonly 'build-package': { readonly packageId: string }
}
export type Task = keyof Tasks
export type Handlers = { readonly [T in Task]: (ctx: Context, payload: Tasks[T]) => Promise<unknown> }

/** All names, for the test that each has a handler; the type below fails when one is missing. */
const NAMES: Readonly<Record<Task, true>> = {
  'typeset-document': true,
  'draw-signed-paper': true,
  'publish-due': true,
  'meet-publication-clock': true,
  'remove-expired-uploads': true,
  'forget-answers': true,
  'make-rendition': true,
  'make-derivative': true,
  'make-trail': true,
  'tell-notices': true,
  'tell-due': true,
  'examine-dossier': true,
  'build-package': true,
}
export const TASKS = Object.keys(NAMES) as readonly Task[]
