import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Inventory } from '#domain/archive/inventory.ts'
import {
  documentReceiptPath,
  eventPath,
  eventReceiptPath,
  PACKAGE_FILES,
  recordingReceiptPath,
  recordingRecordPath,
} from '#domain/archive/item-path.ts'
import type { TextFile } from '#domain/archive/package-files.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import type { LeafKind } from '#domain/record-log/leaf-entry.ts'
import { recordingContent, recordingSubject } from '#domain/record-log/recording-content.ts'
import { bakeVkeys } from '#domain/record-log/verifier-page.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import type { Context } from '#server/context.ts'
import { type FixedHead, receiptOf } from '#server/record-log/receipt-of.ts'
import { findRecordingContent } from '#server/record-log/recording-leaf.ts'
import { readLogKeys } from '#server/record-log/signing-key.ts'

export type Provable = {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
  readonly items: Inventory['items']
}

/** Everything that proves the package under one checkpoint; undefined while the log does not hold all of it yet. */
export async function packageReceipts(
  ctx: Context,
  provable: Provable,
  head: FixedHead,
): Promise<readonly TextFile[] | undefined> {
  const receipts = [...eventProofs(provable), ...documentProofs(provable), ...(await recordingProofs(ctx, provable))]
  const files: TextFile[] = []
  for (const { kind, subject, path, content } of receipts) {
    const receipt = await receiptOf(ctx, kind, subject, head)
    if (!receipt) return undefined
    files.push({ path, text: receipt.text }, ...content)
  }
  const vkeys = readLogKeys(ctx.config).vkeys.map(formatVkey)
  return [
    ...files,
    { path: PACKAGE_FILES.checkpoint, text: head.note },
    { path: PACKAGE_FILES.vkey, text: vkeys.map((line) => `${line}\n`).join('') },
    ...(await verifierPage(vkeys)),
  ]
}

type Proof = {
  readonly kind: LeafKind
  readonly subject: string
  readonly path: string
  readonly content: readonly TextFile[]
}

const eventProofs = ({ caseId, events }: Provable): Proof[] =>
  events.map((event) => ({
    kind: 'event',
    subject: `event:${caseId}:${event.seq}`,
    path: eventReceiptPath(event.seq),
    content: [{ path: eventPath(event.seq), text: canonicalJson(event) }],
  }))

const documentProofs = ({ items }: Provable): Proof[] =>
  items
    .filter(({ kind, file }) => kind === 'document' && file)
    .map(({ id, no }) => ({ kind: 'document', subject: `document:${id}`, path: documentReceiptPath(no), content: [] }))

async function recordingProofs(ctx: Context, { items }: Provable): Promise<Proof[]> {
  const proofs: Proof[] = []
  for (const { id, no, kind } of items) {
    const sealed = kind === 'recording' ? await findRecordingContent(ctx.db, id) : undefined
    if (!sealed) continue
    const content = [{ path: recordingRecordPath(no), text: recordingContent(sealed) }]
    proofs.push({ kind: 'recording', subject: recordingSubject(id), path: recordingReceiptPath(no), content })
  }
  return proofs
}

const PAGE = join(import.meta.dirname, '../../../../dist/verifier/verify.html')

/** The page is built with the desk; a package without it is verified by the command. */
async function verifierPage(vkeys: readonly string[]): Promise<TextFile[]> {
  const page = await readFile(PAGE, 'utf8').catch(() => undefined)
  return page === undefined ? [] : [{ path: PACKAGE_FILES.verifier, text: bakeVkeys(page, vkeys) }]
}
