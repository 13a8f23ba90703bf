import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseEvent } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'

export type ItemKind = 'document' | 'attachment' | 'evidence' | 'recording' | 'supplement'

/** A file as the store knows it; digests in hexadecimal. */
export type FileFacts = {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
  readonly mediaType: string
}

/** One entry of the catalogue; without a file it lies on paper or as a thing. */
export type DossierItem = {
  readonly kind: ItemKind
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly onDate?: PlainDate
  /** Place in the history, by which items stand in order of time. */
  readonly seq: number
  /** Stands in front where the conclusion comes first. */
  readonly isConclusion: boolean
  readonly isVoided?: boolean
  readonly pages?: number
  readonly file?: FileFacts
  readonly fileName?: string
  /** Length of a recording. */
  readonly seconds?: number
}

export type DocumentFile = FileFacts & { readonly pages: number }

/** A recording that is bound to the case. */
export type BoundRecording = {
  readonly id: string
  readonly title: string
  readonly onDate: PlainDate
  /** The event that bound it; recordings without one stand last. */
  readonly seq?: number
  readonly fileName: string
  readonly seconds?: number
  readonly file: FileFacts
}

export type DossierSources = {
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
  readonly documentFiles: ReadonlyMap<string, DocumentFile>
  readonly recordings: readonly BoundRecording[]
  /** By SHA-256; one that cannot be bound has a single sheet in its place. */
  readonly pdfPages: ReadonlyMap<string, number>
}
