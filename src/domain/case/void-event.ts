import type { Role } from '../procedure/definition.ts'

/** What becomes of a paper that was made out in error, and of the act that made it. */
export type VoidEvent =
  | {
      readonly type: 'document-voided'
      readonly document: string
      readonly reason: string
      /** Who agreed, and in what words; absent where nobody had to. */
      readonly agreed?: { readonly role: Role; readonly opinion: string }
    }
  /** A paper that was made out in error is to be void; whoever agreed to it decides. */
  | { readonly type: 'void-asked'; readonly document: string; readonly reason: string; readonly role: Role }
  | { readonly type: 'void-refused'; readonly document: string; readonly role: Role; readonly opinion: string }
  /** With its papers the act itself counts as not done: the run stands where it stood before. */
  | {
      readonly type: 'act-undone'
      readonly run: string
      /** The number of its `action-taken`. */
      readonly act: number
      readonly action: string
      readonly stage: string
      /** Whom it concerned, where it had come to a result for them. */
      readonly parties?: readonly string[]
    }
