import { createHash } from 'node:crypto'
import { type Inventory, keptFiles } from '#domain/archive/inventory.ts'
import { VOLUME_FILES } from '#domain/archive/item-path.ts'
import { drawnFiles, type Listed, type TextFile, tagFiles, tagManifests } from '#domain/archive/package-files.ts'
import { type VolumeRecord, volumeText } from '#domain/archive/volume.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'
import { EPOCH } from '#server/record-log/epoch.ts'
import { type FixedHead, newestHead } from '#server/record-log/receipt-of.ts'
import { readEvents } from './dossier-sources.ts'
import { packageReceipts } from './package-receipts.ts'
import {
  failPackage,
  findPackage,
  fixCheckpoint,
  inventoryOf,
  keepBuilt,
  type PackageRow,
  type PlacedFile,
} from './packages-store.ts'
import { buildVolume } from './volume/build-volume.ts'

/**
 * Puts a sealed package together: originals stay where they are in the store, everything small is stored beside them once. May be run
 * again after a crash and gives the same bytes. Throws while the log does not hold the sealing yet, or its witnesses have not signed, so that the job is tried again.
 */
export async function buildPackage(ctx: Context, packageId: string): Promise<'built' | 'known' | 'failed'> {
  const row = await findPackage(ctx.db, packageId)
  if (!row) throw new Error(`no package ${packageId}`)
  if (row.state === 'built') return 'known'
  const inventory = inventoryOf(row)
  const damage = await findDamage(ctx, inventory)
  if (damage !== undefined) {
    await failPackage(ctx.db, packageId, damage)
    return 'failed'
  }
  const receipts = await receiptsOf(ctx, row, inventory)
  if (!receipts) throw new Error(`the log does not hold package ${packageId} yet`)
  const volume = await buildVolume(ctx, inventory)
  const files = await placeFiles(ctx, inventory, { receipts, volume })
  const bag = files.find(({ path }) => path === 'tagmanifest-sha256.txt')
  if (!bag) throw new Error('a package has a tag manifest')
  await ctx.db.transaction((tx) =>
    keepBuilt(tx, packageId, { files, volume, bagSha256: bag.sha256, at: ctx.clock.now() }),
  )
  return 'built'
}

/** Reads every original once more: what was sealed is packed, or nothing. */
async function findDamage({ blobs }: Context, inventory: Inventory): Promise<string | undefined> {
  for (const { sha256, path } of keptFiles(inventory)) {
    const soundness = await blobs.verify(sha256)
    if (soundness !== 'sound') {
      const what = soundness === 'missing' ? '不见了' : '与封存时的摘要不符'
      return `存储区里的 ${path}（${sha256}）${what}，不能装配；请系统管理员从备份恢复这个文件。`
    }
  }
  return undefined
}

/** How long a package waits for its witnesses; after that it is built with what there is, which `verify` tells. */
const WITNESSES_WITHIN_MS = 3_600_000

async function receiptsOf(
  ctx: Context,
  row: PackageRow,
  { items }: Inventory,
): Promise<readonly TextFile[] | undefined> {
  const events = await readEvents(ctx.db, row.caseId, row.eventSeq)
  const provable = { ...row, events, items }
  if (row.checkpoint) return packageReceipts(ctx, provable, row.checkpoint)
  const head = await chooseHead(ctx, row, events.length)
  const receipts = head && (await packageReceipts(ctx, provable, head))
  if (!head || !receipts) return undefined
  const fixed = await fixCheckpoint(ctx.db, row.id, head)
  return fixed.note === head.note ? receipts : packageReceipts(ctx, provable, fixed)
}

/** The newest checkpoint that holds the sealing; with its quorum where witnesses are asked for and still have time. */
async function chooseHead(
  ctx: Context,
  { caseId, sealedAt }: PackageRow,
  last: number,
): Promise<FixedHead | undefined> {
  const { rows } = await ctx.db.query<{ index: number }>({
    name: 'package-last-leaf',
    text: `SELECT e.index FROM app.leaves l JOIN app.log_entries e ON e.leaf_id = l.id AND e.epoch = ${EPOCH}
      WHERE l.kind = 'event' AND l.subject = $1`,
    values: [`event:${caseId}:${last}`],
  })
  const [leaf] = rows
  const head = leaf && (await newestHead(ctx, leaf.index))
  if (!leaf || !head || head.size <= leaf.index) return undefined
  const isLate = ctx.clock.now().getTime() - Date.parse(sealedAt) > WITNESSES_WITHIN_MS
  return head.isWitnessed || isLate ? head : undefined
}

async function placeFiles(
  ctx: Context,
  inventory: Inventory,
  { receipts, volume }: { readonly receipts: readonly TextFile[]; readonly volume: VolumeRecord },
): Promise<readonly PlacedFile[]> {
  const bound = 'missing' in volume ? [] : [volume.file]
  const originals = [...keptFiles(inventory), ...bound].map(({ path, size, sha256, sm3 }) => ({
    ...{ path, size, sha256, sm3 },
    blobSha256: sha256,
    blobAt: 0,
  }))
  const record = { path: VOLUME_FILES.record, text: volumeText(volume) }
  const texts = [...drawnFiles(inventory), ...receipts, record].map(digested)
  const tags = tagFiles(inventory, [...originals, ...texts]).map(digested)
  const last = tagManifests(tags).map(digested)
  return [...originals, ...(await storeTogether(ctx, [...texts, ...tags, ...last]))]
}

type Digested = Listed & { readonly bytes: Buffer }

/** Small texts; together a few hundred thousand bytes. */
function digested({ path, text }: TextFile): Digested {
  const bytes = Buffer.from(text)
  const [sha256, sm3] = ['sha256', 'sm3'].map((name) => createHash(name).update(bytes).digest('hex'))
  if (!sha256 || !sm3) throw new Error('two digests')
  return { path, bytes, size: bytes.length, sha256, sm3 }
}

/** One blob for all of them, since a store should not hold a hundred tiny files for each case. */
async function storeTogether({ blobs }: Context, files: readonly Digested[]): Promise<PlacedFile[]> {
  const { sha256: blobSha256 } = await storeBytes(blobs, newId(), Buffer.concat(files.map(({ bytes }) => bytes)))
  let blobAt = 0
  return files.map(({ bytes: _bytes, ...file }) => {
    const placed = { ...file, blobSha256, blobAt }
    blobAt += file.size
    return placed
  })
}
