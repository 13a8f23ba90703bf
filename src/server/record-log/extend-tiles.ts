import { equalBytes } from '#domain/record-log/bytes.ts'
import { entryOf } from '#domain/record-log/leaf-entry.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import { sha256 } from './ed25519.ts'
import { filesOfEpoch, readEpoch } from './epoch.ts'
import { checkpointOf } from './examine-log.ts'
import { BATCH } from './integrate.ts'
import { CHECKPOINT, tileReader } from './log-files.ts'
import { readHead, type Sender } from './log-rows.ts'
import { leafOf } from './scrub-entries.ts'
import { readNumbered } from './scrub-rows.ts'
import { TreeEdge } from './tree-edge.ts'

/**
 * Makes the tiles between the checkpoint that is out and the database's head again, from the numbered leaves: in a backup the
 * files of the log are a moment older than the database. Answers for how many entries. What does not lead to the signed root is
 * left to the examination, which names it.
 */
export async function extendTiles(db: Sender, named: NamedFiles): Promise<number> {
  const files = filesOfEpoch(named, (await readEpoch(db)).epoch)
  const head = await readHead(db)
  const published = Number(checkpointOf(await files.read(CHECKPOINT))?.size ?? 0n)
  if (!head || published >= head.size) return 0
  const edge = await TreeEdge.load(published, tileReader(files))
  while (edge.size < head.size && (await appendNumbered(db, edge, Math.min(edge.size + BATCH, head.size)))) {
    if (edge.size === head.size && !equalBytes(edge.root(), head.root)) break
    await keepTiles(edge, files)
  }
  return edge.size - published
}

async function keepTiles(edge: TreeEdge, files: NamedFiles): Promise<void> {
  const made = edge.takeFiles()
  await files.keep(made.files)
  for (const folder of made.filled) await files.remove(folder)
}

/** False when a row is not there. */
async function appendNumbered(db: Sender, edge: TreeEdge, below: number): Promise<boolean> {
  const { epoch } = await readEpoch(db)
  const leaves = (await readNumbered(db, epoch, edge.size, below)).map(leafOf)
  if (leaves.length !== below - edge.size) return false
  for (const leaf of leaves) {
    if (!leaf) return false
    edge.append(entryOf(sha256, leaf))
  }
  return true
}
