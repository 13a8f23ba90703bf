import type { CaseEventBody } from './event.ts'
import type { Refusal } from './refusal.ts'
import type { Attachment, Evidence } from './state.ts'
import type { Beside, Story } from './story.ts'

/** Facts as they were typed in; nothing of them has been believed yet. */
export type RawFacts = {
  readonly case?: Readonly<Record<string, unknown>>
  readonly party?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly violation?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Of each scene that nothing is bound to: it was recorded and the recording follows, or why it was not. */
export type RawSceneWords = Readonly<Record<string, { readonly follows: true } | { readonly reason: string }>>

/** What somebody asks the engine to do in one run of a case. */
export type CaseCommand =
  | {
      readonly type: 'take'
      readonly run: string
      readonly action: string
      readonly facts: RawFacts
      readonly evidence: readonly Evidence[]
      readonly scenes?: RawSceneWords
      readonly attachments?: readonly Attachment[]
    }
  | {
      readonly type: 'agree'
      readonly run: string
      readonly proposal: string
      readonly opinion: string
      readonly attachments?: readonly Attachment[]
    }
  | {
      readonly type: 'return'
      readonly run: string
      readonly proposal: string
      readonly reason: string
      readonly attachments?: readonly Attachment[]
    }
  | {
      readonly type: 'move'
      readonly run: string
      readonly proposal: string
      readonly to: string
      readonly reason: string
    }
  | { readonly type: 'withdraw'; readonly run: string; readonly proposal: string }
  | { readonly type: 'remind'; readonly run: string; readonly proposal: string }
  | {
      readonly type: 'consult'
      readonly run: string
      readonly proposal: string
      readonly people: readonly string[]
      readonly question: string
    }
  | {
      readonly type: 'countersign'
      readonly run: string
      readonly proposal: string
      readonly agrees: boolean
      readonly opinion: string
      readonly attachments?: readonly Attachment[]
    }
  | {
      readonly type: 'release'
      readonly run: string
      readonly proposal: string
      readonly of: string
      readonly reason: string
    }

export type Decision =
  | { readonly ok: true; readonly events: readonly CaseEventBody[]; readonly beside?: readonly Beside[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** What a story has come to. */
export function told({ events, beside }: Story): Decision {
  return { ok: true, events, ...(beside && { beside }) }
}

export function refused(...refusals: readonly Refusal[]): Decision {
  return { ok: false, refusals }
}
