import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseEvent } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'
import { isDecision, titleOf } from '../document/fill/issued-documents.ts'

export type ItemKind = 'document' | 'evidence' | 'recording' | 'supplement'

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

/** Papers of the dossier itself; they are made anew when it is sealed and never listed in it. */
const OF_THE_DOSSIER: ReadonlySet<string> = new Set(['dossier-cover', 'dossier-catalogue'])

/** Everything that a case leaves behind, in the order in which it came. */
export function dossierItems(sources: DossierSources): readonly DossierItem[] {
  const items = [...documentItems(sources), ...evidenceItems(sources), ...recordingItems(sources)]
  return items.toSorted((a, b) => a.seq - b.seq)
}

function documentItems({ state, documentFiles }: DossierSources): DossierItem[] {
  const papers = state.documents.filter(({ code }) => !OF_THE_DOSSIER.has(code))
  return papers.map((doc) => {
    const { id, number, issuedOn, seq, voided } = doc
    const { pages, ...file } = documentFiles.get(id) ?? {}
    return {
      kind: 'document',
      id,
      title: titleOf(state, doc),
      onDate: issuedOn,
      seq,
      isConclusion: isOfTheConclusion(state, doc),
      ...(number && { number }),
      ...(voided !== undefined && { isVoided: true }),
      ...(pages !== undefined && { pages, file: file as FileFacts }),
    }
  })
}

/** The decision, and the receipt of its delivery. */
function isOfTheConclusion(state: CaseState, doc: CaseState['documents'][number]): boolean {
  if (isDecision(doc)) return true
  const delivered = state.runs.find(({ id }) => id === doc.run)?.document
  return state.documents.some((other) => other.id === delivered && isDecision(other))
}

function evidenceItems({ state, events, pdfPages }: DossierSources): DossierItem[] {
  const added = new Map(
    events.flatMap((event) => (event.type === 'evidence-added' ? [[event.evidence.id, event] as const] : [])),
  )
  return state.evidence.map((evidence) => {
    const { id, title, kind, fileName } = evidence
    const event = added.get(id)
    const file = fileOf(evidence)
    const pages = file && pagesOf(file, pdfPages)
    return {
      kind: 'evidence',
      id,
      title: `${kind}：${title}`,
      seq: event?.seq ?? state.seq,
      isConclusion: false,
      ...(event && { onDate: event.on }),
      ...(file && { file }),
      ...(fileName && { fileName }),
      ...(pages !== undefined && { pages }),
    }
  })
}

function fileOf({ sha256, sm3, size, mediaType }: CaseState['evidence'][number]): FileFacts | undefined {
  return sha256 && sm3 && size && mediaType ? { sha256, sm3, size, mediaType } : undefined
}

/** A picture is one page, a PDF has its own; sound, film and data have none. */
export function pagesOf(
  { mediaType, sha256 }: Pick<FileFacts, 'mediaType' | 'sha256'>,
  pdfPages: DossierSources['pdfPages'],
): number | undefined {
  if (mediaType.startsWith('image/')) return 1
  return mediaType === 'application/pdf' ? (pdfPages.get(sha256) ?? 1) : undefined
}

function recordingItems({ state, recordings }: DossierSources): DossierItem[] {
  return recordings.map(({ seq, ...recording }) => ({
    ...recording,
    kind: 'recording',
    seq: seq ?? state.seq,
    isConclusion: false,
    ...(recording.file.mediaType.startsWith('image/') && { pages: 1 }),
  }))
}
