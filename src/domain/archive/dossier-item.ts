import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseEvent } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'
import type { SignedCopy } from './signed-copy.ts'

export type ItemKind = 'document' | 'signed-copy' | 'attachment' | 'evidence' | 'recording' | 'supplement'

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
  /** Of what it was made, where it is the signed copy of a paper. */
  readonly copy?: SignedCopy
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

/** A paper with its signatures, drawn as a file of its own. */
export type DrawnCopy = SignedCopy & { readonly id: string; readonly file: DocumentFile }

export type DossierSources = {
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
  readonly documentFiles: ReadonlyMap<string, DocumentFile>
  readonly recordings: readonly BoundRecording[]
  /** Every one that was drawn; that of the newest signatures goes into the dossier. */
  readonly signedCopies: readonly DrawnCopy[]
  /** By SHA-256; one that cannot be bound has a single sheet in its place. */
  readonly pdfPages: ReadonlyMap<string, number>
}
