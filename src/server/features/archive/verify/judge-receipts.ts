import type { Inventory, InventoryItem, Kept } from '#domain/archive/inventory.ts'
import {
  documentReceiptPath,
  eventPath,
  eventReceiptPath,
  PACKAGE_FILES,
  recordingReceiptPath,
  recordingRecordPath,
} from '#domain/archive/item-path.ts'
import type { TrustQuestion } from '#domain/record-log/judge-checkpoint.ts'
import { parseReceipt } from '#domain/record-log/receipt.ts'
import { readRecordingContent } from '#domain/record-log/recording-content.ts'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import type { PackageFolder } from './package-folder.ts'

export type ReceiptsJudged = {
  readonly receipts: number
  /** Each names the file of the receipt. */
  readonly problems: readonly string[]
  /** Records and papers whose receipt does not hold. */
  readonly unproved: readonly string[]
}

type Expected = {
  readonly receipt: string
  readonly content: string
  readonly subject: string
  readonly name: string
  /** The original of a recording, whose digests were read from its bytes and must be those of the record that the receipt is for. */
  readonly original?: Kept
}

/** Every receipt of a package, against the very bytes that it is for and the one checkpoint of the package. */
export async function judgeReceipts(
  from: PackageFolder,
  inventory: Inventory,
  trust: TrustQuestion,
): Promise<ReceiptsJudged> {
  const checkpoint = await from.text(PACKAGE_FILES.checkpoint)
  const problems: string[] = []
  const unproved: string[] = []
  const expected = expectedOf(inventory)
  for (const each of expected) {
    const told = await refuse(from, each, checkpoint, trust)
    if (told === undefined) continue
    problems.push(`${each.receipt}：${told}`)
    unproved.push(each.name)
  }
  return { receipts: expected.length, problems, unproved }
}

async function refuse(
  from: PackageFolder,
  { receipt, content, subject, original }: Expected,
  checkpoint: string,
  trust: TrustQuestion,
): Promise<string | undefined> {
  const [text, bytes] = [await from.text(receipt), await from.bytes(content)]
  if (text === '' || !bytes) return '回执或者它所证明的文件不在包里。'
  const verdict = verifyReceipt({ ...trust, receipt: text, content: new Uint8Array(bytes) })
  if (!verdict.ok) return verdict.problems.join('')
  if (verdict.facts?.leaf.subject !== subject) return `回执是“${verdict.facts?.leaf.subject}”的，应是“${subject}”的。`
  if (parseReceipt(text)?.checkpoint !== checkpoint) return `检查点与 ${PACKAGE_FILES.checkpoint} 不同。`
  return original && refuseOriginal(original, bytes)
}

function refuseOriginal({ path, sha256, sm3, size }: Kept, record: Uint8Array): string | undefined {
  const sealed = readRecordingContent(record)
  const isSame = sealed?.sha256 === sha256 && sealed.sm3 === sm3 && sealed.size === size
  return isSame ? undefined : `${path} 的摘要或者长度，不是存入时签名的摘要记录里的那一份。`
}

function expectedOf(inventory: Inventory): Expected[] {
  const events = Array.from({ length: inventory.events + 1 }, (_, index) => index + 1).map((seq) => ({
    receipt: eventReceiptPath(seq),
    content: eventPath(seq),
    subject: `event:${inventory.case.id}:${seq}`,
    name: `第 ${seq} 条记录`,
  }))
  return [...events, ...inventory.items.flatMap(expectedOfItem)]
}

function expectedOfItem({ kind, id, no, title, file }: InventoryItem): Expected[] {
  if (!file) return []
  const name = `《${title}》`
  if (kind === 'document') {
    return [{ receipt: documentReceiptPath(no), content: file.path, subject: `document:${id}`, name }]
  }
  if (kind !== 'recording') return []
  const subject = `recording:${id}`
  return [{ receipt: recordingReceiptPath(no), content: recordingRecordPath(no), subject, name, original: file }]
}
