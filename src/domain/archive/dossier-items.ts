import type { CaseState } from '../case/state.ts'
import { isDecision, titleOf } from '../document/fill/issued-documents.ts'
import { attachmentItems } from './attachment-items.ts'
import type { DossierItem, DossierSources, FileFacts } from './dossier-item.ts'
import { pagesOf } from './item-pages.ts'
import { copyOf } from './signed-copy.ts'

/** Papers of the dossier itself; they are made anew when it is sealed and never listed in it. */
const OF_THE_DOSSIER: ReadonlySet<string> = new Set(['dossier-cover', 'dossier-catalogue'])

/** Everything that a case leaves behind, in the order in which it came. */
export function dossierItems(sources: DossierSources): readonly DossierItem[] {
  const documents = documentItems(sources).flatMap((item) => withCopy(item, sources))
  const items = [...documents, ...attachmentItems(sources), ...evidenceItems(sources), ...recordingItems(sources)]
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

/** A paper that was signed on a screen, and behind it the copy that bears the signatures. */
function withCopy(item: DossierItem, { state, signedCopies }: DossierSources): readonly DossierItem[] {
  const drawn = copyOf(state, item.id, signedCopies)
  if (!drawn) return [item]
  const {
    id,
    file: { pages, ...file },
    ...copy
  } = drawn
  const { title, number, onDate, seq, isConclusion, isVoided } = item
  const about = {
    title: `${title}（签名件）`,
    seq,
    isConclusion,
    ...(number && { number }),
    ...(isVoided && { isVoided }),
  }
  return [item, { kind: 'signed-copy', id, ...about, ...(onDate && { onDate }), pages, file, copy }]
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

function recordingItems({ state, recordings }: DossierSources): DossierItem[] {
  return recordings.map(({ seq, ...recording }) => ({
    ...recording,
    kind: 'recording',
    seq: seq ?? state.seq,
    isConclusion: false,
    ...(recording.file.mediaType.startsWith('image/') && { pages: 1 }),
  }))
}
