import { buffer } from 'node:stream/consumers'
import { equalBytes } from '#domain/record-log/bytes.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { type DisclosureContent, disclosureContent } from '#domain/record-log/disclosure-content.ts'
import { type LeafKind, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { type RecordingContent, recordingContent } from '#domain/record-log/recording-content.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { type Decision, decisionContent } from './decision-content.ts'
import { sha256 } from './ed25519.ts'
import { type RefusalContent, refusalContent } from './refusal-leaf.ts'
import { type RenditionContent, renditionContent } from './rendition-leaf.ts'
import { finding, type ScrubFinding } from './scrub-finding.ts'
import type { LeafPart } from './scrub-rows.ts'

/** The digest that the content must have; its salt is known to be the one that was logged. */
export type Expected = { readonly salt: Uint8Array; readonly digest: Uint8Array }

type Blobs = Pick<BlobStore, 'openRange' | 'verify'>

/** Recomputes the digest of an event or of a document's file, and names what deviates. */
export async function findInContent(
  blobs: Blobs,
  row: LeafPart,
  expected: Expected,
): Promise<ScrubFinding | undefined> {
  const ofRow = IN_ROW[row.kind ?? 'event']
  if (ofRow) return ofRow(row, expected)
  return row.kind === 'event' ? findInEvent(row, expected) : findInDocument(blobs, row, expected)
}

type InRow = (row: LeafPart, expected: Expected) => ScrubFinding | undefined
/** Kinds whose content is in the row itself. */
const IN_ROW: { readonly [Kind in LeafKind]?: InRow } = {
  recording: findInRecording,
  reconciliation: findInDecision,
  disclosure: findInDisclosure,
  rendition: findInRendition,
  refusal: findInRefusal,
}

function findInEvent({ subject, body, isCoherent }: LeafPart, { salt, digest }: Expected): ScrubFinding | undefined {
  const name = subject ?? ''
  if (body === null) return finding('event', name, '记录已不在库中')
  const found = saltedDigest(sha256, salt, Buffer.from(canonicalJson(body)))
  if (!equalBytes(found, digest)) return finding('event', name, '内容与存证时的摘要不符，已被改动')
  if (isCoherent === false) return finding('event', name, '类型、序号、时间或者人员一栏与内容不一致，已被改动')
  return undefined
}

/** The original itself is read with the other blobs. */
function findInRecording(row: LeafPart, { salt, digest }: Expected): ScrubFinding | undefined {
  const name = row.subject ?? ''
  if (!isRecording(row)) return finding('recording', name, '登记已不在库中')
  const found = saltedDigest(sha256, salt, Buffer.from(recordingContent(row)))
  return equalBytes(found, digest) ? undefined : finding('recording', name, '登记的内容与存证时的摘要不符，已被改动')
}

function findInDecision(row: LeafPart, { salt, digest }: Expected): ScrubFinding | undefined {
  const name = row.subject ?? ''
  if (row.decision === null) return finding('reconciliation', name, '决定已不在库中')
  const found = saltedDigest(sha256, salt, Buffer.from(decisionContent(row as LeafPart & Decision)))
  return equalBytes(found, digest) ? undefined : finding('reconciliation', name, '内容与存证时的摘要不符，已被改动')
}

function findInDisclosure(row: LeafPart, { salt, digest }: Expected): ScrubFinding | undefined {
  const name = row.subject ?? ''
  const content = disclosed(row)
  if (!content) return finding('disclosure', name, '公示过的这一版或者它的撤下已不在库中')
  const found = saltedDigest(sha256, salt, Buffer.from(disclosureContent(content)))
  return equalBytes(found, digest) ? undefined : finding('disclosure', name, '内容与公示时存证的不符，已被改动')
}

/** What was made again since has a newer leaf; that one is compared. */
function findInRendition(row: LeafPart, { salt, digest }: Expected): ScrubFinding | undefined {
  const name = row.subject ?? ''
  const version = Number(name.slice(RENDITION_PREFIX))
  if (row.original === null || row.madeVersion === null) return finding('rendition', name, '登记已不在库中')
  if (row.madeVersion < version) return finding('rendition', name, '登记是更早的一次制作，已被改动')
  if (row.madeVersion > version) return undefined
  const found = saltedDigest(sha256, salt, Buffer.from(renditionContent(row as LeafPart & RenditionContent)))
  return equalBytes(found, digest) ? undefined : finding('rendition', name, '登记的内容与制作时存证的不符，已被改动')
}

/** `rendition:<sixty-four letters>:` */
const RENDITION_PREFIX = 75

function findInRefusal(row: LeafPart, { salt, digest }: Expected): ScrubFinding | undefined {
  const name = row.subject ?? ''
  if (row.refusal === null) return finding('refusal', name, '登记已不在库中')
  const found = saltedDigest(sha256, salt, Buffer.from(refusalContent(row as LeafPart & RefusalContent)))
  return equalBytes(found, digest) ? undefined : finding('refusal', name, '内容与存证时的摘要不符，已被改动')
}

function disclosed({
  subject,
  publicVersion,
  publicRecord,
  takenDown,
  takenReason,
}: LeafPart): DisclosureContent | undefined {
  const disclosure = (subject ?? '').slice('disclosure:'.length, 'disclosure:'.length + 36)
  if (publicVersion !== null) return { disclosure, version: publicVersion, record: publicRecord }
  return takenDown === null ? undefined : { disclosure, state: takenDown, reason: takenReason }
}

const isRecording = (row: LeafPart): row is LeafPart & RecordingContent => row.recording !== null && row.sha256 !== null

async function findInDocument(
  blobs: Blobs,
  { subject, fileSha256 }: LeafPart,
  { salt, digest }: Expected,
): Promise<ScrubFinding | undefined> {
  const name = subject ?? ''
  if (fileSha256 === null) return finding('document', name, '文件的登记已不在库中')
  const soundness = await blobs.verify(fileSha256)
  if (soundness === 'missing') return finding('blob', fileSha256, `文件缺失（${name}）`)
  if (soundness === 'altered') return finding('blob', fileSha256, `文件已被改动（${name}）`)
  const found = saltedDigest(sha256, salt, await buffer(blobs.openRange(fileSha256)))
  return equalBytes(found, digest) ? undefined : finding('document', name, '登记的文件不是存证时的那一份，已被替换')
}
