import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { concatBytes, utf8 } from '#domain/record-log/bytes.ts'
import { leafHash, nodeHash, verifyInclusion } from '#domain/record-log/merkle.ts'
import { hashesFromTiles, tilePath } from '#domain/record-log/tile.ts'
import { frontierAt, proveInclusion, rootOf } from '#domain/record-log/tree.ts'
import { digest as nobleDigest, verifySignature } from '#verifier/cryptography.ts'
import { verifyLog } from '#verifier/verify-log.ts'
import { logSource } from '../src/cli/verify/log-source.ts'
import { nodeDigest } from '../src/cli/verify/verify-log-at.ts'
import { type MadeLog, makeLog } from '../tests/support/made-log.ts'
import { type Figure, median, round } from './figure.ts'

const LEAVES = 300_000
const PROOFS = 2_000
const ROUNDS = 3
const NONE = new Uint8Array()

/** Verification of a whole log from a folder beside the bare hashing of as many leaves, and of single proofs. */
export async function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-bench-log-'))
  try {
    const log = await makeLog(
      Array.from({ length: LEAVES }, (_, nth) => ({ kind: 'event', subject: `event:0198:${nth}`, content: NONE })),
    )
    log.writeTo(folder)
    return [...(await wholeLog(folder, log)), ...(await singleProofs(log))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function wholeLog(folder: string, log: MadeLog): Promise<Figure[]> {
  const [ours, bare]: [Rate[], Rate[]] = [[], []]
  for (let turn = 0; turn < ROUNDS; turn++) {
    ours.push(await rateOf(LEAVES, () => verifyFolder(folder, log)))
    bare.push(await rateOf(LEAVES, hashBarely))
  }
  const middle = (rates: readonly Rate[], by: keyof Rate) => round(median(rates.map((rate) => rate[by])))
  const figureBy = (by: keyof Rate, name: string, unit: string): Figure => ({
    name,
    figure: middle(ours, by),
    unit,
    yardstick: middle(bare, by),
    target: '≥ 150000',
    held: middle(ours, by) >= 150_000,
  })
  return [
    figureBy('perSecond', '整部日志核验（从文件夹读，含条目、各级摘要、根、签名）', '条/秒'),
    figureBy('perCpuSecond', '整部日志核验（按 CPU 时间）', '条/CPU 秒'),
  ]
}

async function verifyFolder(folder: string, { vkey }: MadeLog): Promise<void> {
  const read = logSource(folder)
  const verdict = await verifyLog({ digest: nodeDigest, verifySignature, vkeys: [vkey], read })
  if (!verdict.ok) throw new Error(verdict.problems.join())
}

/** Two hashes for each leaf are the least that any verification needs. */
async function hashBarely(): Promise<void> {
  const entry = utf8(`{"digest":"${'0'.repeat(64)}","kind":"event","subject":"${'0'.repeat(64)}","v":1}`)
  const hash = leafHash(nodeDigest, entry)
  for (let leaf = 0; leaf < LEAVES; leaf++) nodeHash(nodeDigest, leafHash(nodeDigest, entry), hash)
}

async function singleProofs(log: MadeLog): Promise<Figure[]> {
  const size = BigInt(LEAVES)
  const hashAt = hashesFromTiles({
    digest: nodeDigest,
    size,
    readTile: (tile) => log.files.get(tilePath(tile)) ?? NONE,
  })
  const root = rootOf(nodeDigest, await frontierAt({ size, hashAt }))
  const indexes = Array.from({ length: PROOFS }, (_, nth) => (BigInt(nth) * 7_919n) % size)
  const proofs = await Promise.all(
    indexes.map(async (index) => ({
      index,
      leaf: concatBytes(await hashAt(0, index)),
      proof: await proveInclusion({ digest: nodeDigest, hashAt, index, size }),
    })),
  )
  const rate = async (digest: typeof nodeDigest) => {
    const { perSecond } = await rateOf(PROOFS, async () => {
      const isWhole = proofs.every((claim) => verifyInclusion({ digest, size, root, ...claim }))
      if (!isWhole) throw new Error('a proof of the bench does not verify')
    })
    return perSecond
  }
  return [
    { name: '存在证明核验（node:crypto）', figure: round(await rate(nodeDigest)), unit: '次/秒', target: '—' },
    { name: '存在证明核验（离线页面的摘要）', figure: round(await rate(nobleDigest)), unit: '次/秒', target: '—' },
  ]
}

type Rate = { readonly perSecond: number; readonly perCpuSecond: number }

/** The machine may be shared: the rate by the clock, and by the processor time that this process had. */
async function rateOf(count: number, work: () => Promise<void>): Promise<Rate> {
  const [started, startedCpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(startedCpu)
  return {
    perSecond: (count * 1000) / (performance.now() - started),
    perCpuSecond: (count * 1_000_000) / (user + system),
  }
}

if (import.meta.main) console.table(await measure())
