import { createHash } from 'node:crypto'
import { failedChecks, testFourProperties } from '#domain/archive/four-properties.ts'
import { type Inventory, inventoryText } from '#domain/archive/inventory.ts'
import { PACKAGE_FILES, VOLUME_FILES } from '#domain/archive/item-path.ts'
import type { PropertyResult } from '#domain/archive/property-result.ts'
import { findSealing, recordContradictions } from '#domain/archive/record-contradictions.ts'
import { whoSigned } from '#domain/archive/who-signed.ts'
import { tellFinding } from '#domain/bagit/bag-finding.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { fold } from '#domain/case/evolve.ts'
import type { CaseState } from '#domain/case/state.ts'
import { judgeCheckpoint, readTrust, type TrustQuestion } from '#domain/record-log/judge-checkpoint.ts'
import { sayWitnesses, type Vouched } from '#domain/record-log/say-witnesses.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import { type BagVerdict, validateBag } from '../bag/validate-bag.ts'
import { type FilesJudged, judgeFiles } from './judge-files.ts'
import { judgeReceipts, type ReceiptsJudged } from './judge-receipts.ts'
import { openPackageFolder, type PackageFolder, readInventory, readPackageEvents } from './package-folder.ts'

export type PackageVerdict = {
  readonly ok: boolean
  readonly proved: readonly string[]
  readonly notProved: readonly string[]
  readonly problems: readonly string[]
  readonly test: readonly PropertyResult[]
  readonly facts?: {
    readonly archiveNumber: string
    readonly part: number
    readonly caseName: string
    /** SHA-256 of the tag manifest: the digest by which a supplement or a register names the package. */
    readonly bag: string
    readonly receipts: number
    readonly files: number
  }
}

/** Judges an archive package by its bytes and public keys alone; whatever others wrote into it leads to a sentence. */
export async function verifyPackage(folder: string, trust: Omit<TrustQuestion, 'digest'>): Promise<PackageVerdict> {
  const from = openPackageFolder(folder)
  const bag = await validateBag(folder)
  const inventory = await readInventory(from)
  const bagProblems = bag.findings.map(tellFinding)
  if (!inventory) return refused([...bagProblems, `${PACKAGE_FILES.inventory}：不在，或者被改动过，无法核对其余内容。`])
  try {
    return await judge(from, bag, inventory, { ...trust, digest: sha256 })
  } catch (error) {
    // A text that has the form of an inventory or event and is none; with the true key it cannot have a receipt.
    if (!(error instanceof TypeError || error instanceof RangeError || error instanceof Error)) throw error
    return refused([...bagProblems, `${PACKAGE_FILES.inventory}：内容不合格式，无法核对（${error.message}）。`])
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

async function judge(
  from: PackageFolder,
  bag: BagVerdict,
  inventory: Inventory,
  trust: TrustQuestion,
): Promise<PackageVerdict> {
  const events = await readPackageEvents(from, inventory)
  const files = await judgeFiles(from, inventory, bag.digests)
  const { vouched, problems: unvouched } = await judgeVouchers(from, trust)
  // The rule of the witnesses is judged once, on the one checkpoint that every receipt must have.
  const receipts = await judgeReceipts(from, inventory, ownSignatureOnly(trust))
  const sealing = refuseSealing(inventory, events)
  const state = events.length === inventory.events + 1 ? fold(events) : undefined
  const structural = [...bag.findings.map(tellFinding), ...files.problems]
  const test = testFourProperties(viewOf({ inventory, state, files, receipts, sealing, structural }))
  const failed = failedChecks(test).map(({ id, title, finding }) => `四性检测 ${id}（${title}）：${finding}`)
  const problems = [...structural, ...unvouched, ...receipts.problems, ...sealing, ...failed]
  const facts = await factsOf(from, inventory, bag, receipts)
  const told =
    problems.length > 0
      ? { proved: [], notProved: [] }
      : sayWhatIsProved(inventory, { receipts, vouched, signed: state ? whoSigned(inventory, state) : [] })
  return { ok: problems.length === 0, problems: [...new Set(problems)], test, facts, ...told }
}

/** Who stands for the checkpoint beside the log, by the policy that was given. */
async function judgeVouchers(
  from: PackageFolder,
  question: TrustQuestion,
): Promise<{ readonly vouched: Vouched; readonly problems: readonly string[] }> {
  const trust = readTrust(question)
  if ('problem' in trust) return { vouched: {}, problems: [trust.problem] }
  const judged = judgeCheckpoint(trust, await from.text(PACKAGE_FILES.checkpoint))
  if ('problem' in judged) return { vouched: {}, problems: [`${PACKAGE_FILES.checkpoint}：${judged.problem}`] }
  return { vouched: judged.vouched, problems: [] }
}

function ownSignatureOnly(trust: TrustQuestion): TrustQuestion {
  const read = readTrust(trust)
  const vkeys = 'problem' in read ? trust.vkeys : read.vkeys.map(formatVkey)
  return { ...trust, vkeys, policy: undefined }
}

/** The last event carries the digest of the inventory: so the receipt of one event holds for every file. */
function refuseSealing(inventory: Inventory, events: readonly CaseEvent[]): string[] {
  const digest = createHash('sha256').update(inventoryText(inventory)).digest('hex')
  if (findSealing(inventory, events, digest)) return []
  return [`${PACKAGE_FILES.inventory}：与最后一条过程记录（封存）里的摘要不符。`]
}

type Parts = {
  readonly inventory: Inventory
  readonly state: CaseState | undefined
  readonly files: FilesJudged
  readonly receipts: ReceiptsJudged
  readonly sealing: readonly string[]
  readonly structural: readonly string[]
}

function viewOf({
  inventory,
  state,
  files,
  receipts,
  sealing,
  structural,
}: Parts): Parameters<typeof testFourProperties>[0] {
  const contradictions = state ? [...recordContradictions(inventory, state), ...sealing] : sealing
  return {
    place: 'package',
    inventory,
    state,
    files: files.found,
    unproved: receipts.unproved,
    contradictions,
    bagProblems: structural,
  }
}

async function factsOf(from: PackageFolder, inventory: Inventory, bag: BagVerdict, { receipts }: ReceiptsJudged) {
  const manifest = (await from.bytes('tagmanifest-sha256.txt')) ?? new Uint8Array()
  const { archiveNumber, part, case: facts } = inventory
  const digest = createHash('sha256').update(manifest).digest('hex')
  return { archiveNumber, part, caseName: facts.name, bag: digest, receipts, files: bag.files }
}

type Said = { readonly receipts: ReceiptsJudged; readonly vouched: Vouched; readonly signed: readonly string[] }

function sayWhatIsProved(
  inventory: Inventory,
  { receipts: { receipts }, vouched, signed }: Said,
): Pick<PackageVerdict, 'proved' | 'notProved'> {
  const { archiveNumber, events, former, items, sealedOn } = inventory
  const witnesses = sayWitnesses(vouched)
  return {
    proved: [
      `归档包 ${archiveNumber} 完好：BagIt 清单、封存清单、元数据与全部文件逐字节一致。`,
      `${receipts} 张存证回执全部有效：过程记录 ${events + 1} 条、卷内文书和音像记录在检查点签名之前就已存在，此后没有改动。`,
      ...originalsSaid(inventory),
      ...signed,
      `${sealedOn} 封存的那条记录含封存清单的摘要，所以卷内 ${items.length} 件一件不多、一件不少。`,
      ...witnesses.proved,
      '四性检测没有不符合的项目。',
    ],
    notProved: [
      '不证明材料所写的内容真实、合法。',
      ...(signed.length > 0 ? [UNPROVED_SIGNERS] : []),
      ...witnesses.notProved,
      '不证明封存以后没有补充归档，也不证明此后没有新的记录。',
      `${VOLUME_FILES.volume} 是为阅读和打印另做的派生件，只按包的清单和自己的说明核对；以卷内各件原件为准。`,
      `${PACKAGE_FILES.verifier} 和 ${PACKAGE_FILES.vkey} 只按包的清单核对，公钥以机关公布的为准。`,
      ...(former
        ? [`没有核对前一包（${former.archiveNumber} 第 ${former.part} 包，摘要 ${former.bag}），请另行核验。`]
        : []),
    ],
  }
}

const UNPROVED_SIGNERS =
  '不证明在屏幕前签名的就是所写的人；笔迹不单独装在包里，签名件是由原件和签名另做的派生件，以原件和过程记录为准。'

function originalsSaid({ items }: Inventory): string[] {
  const originals = items.filter(({ kind, file }) => kind === 'recording' && file).length
  if (originals === 0) return []
  return [`${originals} 件音像记录的原件逐字节重新计算了 SHA-256 和 SM3，与存入时签名的摘要记录一致。`]
}

const refused = (problems: readonly string[]): PackageVerdict => ({
  ok: false,
  proved: [],
  notProved: [],
  problems,
  test: [],
})
