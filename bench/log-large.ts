import { join } from 'node:path'
import { formatCheckpoint } from '#domain/record-log/checkpoint.ts'
import { entryOf } from '#domain/record-log/leaf-entry.ts'
import { signNote } from '#domain/record-log/signed-note.ts'
import { openNamedFolder } from '#server/blobs/named-files.ts'
import { readSettings } from '#server/config.ts'
import { openDatabase } from '#server/db/database.ts'
import { sha256 } from '#server/record-log/ed25519.ts'
import { receiptOf } from '#server/record-log/receipt-of.ts'
import { makeLogKey } from '#server/record-log/signing-key.ts'
import { TreeEdge } from '#server/record-log/tree-edge.ts'
import { type Figure, quantile, round } from './figure.ts'
import { type Office, withOffice } from './office.ts'

const LEAVES = 5_000_000
const PAGE = 100_000
const RECEIPTS = 400

/** Receipts out of a log of five million leaves: found, proved from the tiles and verified, as the desk hands them out. */
export async function measure(): Promise<readonly Figure[]> {
  return withOffice(async (office) => {
    const { config } = readSettings({ ZHAOFA_HOME: office.home, LOG_LEVEL: 'silent' })
    const named = openNamedFolder(join(office.home, 'blobs'))
    const [built, key] = [await build(office, named), makeLogKey(config).signing]
    if (!key) throw new Error('the log has a key')
    const text = formatCheckpoint({ origin: key.vkey.name, size: BigInt(LEAVES), root: built.root })
    await office.owner.query({
      text: 'INSERT INTO app.log_checkpoints (size, root, note, signed_at) VALUES ($1, $2, $3, now())',
      values: [LEAVES, built.root, signNote(text, key.vkey, key.sign)],
    })
    await office.owner.query({ text: 'ANALYZE app.leaves, app.log_entries' })
    const db = openDatabase({ connection: { connectionString: office.url } })
    try {
      const times = await draw({ db, config, blobs: { named } } as never)
      const p95 = quantile(times, 0.95)
      return [
        {
          name: `存证回执，日志有 ${LEAVES} 叶：取叶、出证明、自行核验，第 95 百分位`,
          figure: round(p95, 1),
          unit: '毫秒',
          target: '≤ 50',
          held: p95 <= 50,
        },
        { name: '同上，中位数', figure: round(quantile(times, 0.5), 1), unit: '毫秒', target: '—' },
      ]
    } finally {
      await db.close()
    }
  })
}

async function draw(context: Parameters<typeof receiptOf>[0]): Promise<readonly number[]> {
  const times: number[] = []
  for (let turn = 0; turn < RECEIPTS; turn += 1) {
    const nth = (turn * 2_654_435_761) % LEAVES
    const started = performance.now()
    const receipt = await receiptOf(context, 'event', `event:bulk:${nth}`)
    if (receipt?.index !== nth) throw new Error(`no receipt of leaf ${nth}`)
    times.push(performance.now() - started)
  }
  return times
}

/** Leaves and numbers in bulk, tiles by the sequencer's own hand. */
async function build({ owner }: Office, named: ReturnType<typeof openNamedFolder>): Promise<{ root: Uint8Array }> {
  const edge = await TreeEdge.load(0, () => Promise.reject(new Error('an empty log has no tile')))
  const salt = Buffer.alloc(16, 7)
  const digest = Buffer.from(sha256(Buffer.from('bulk')))
  for (let from = 0; from < LEAVES; from += PAGE) {
    const hashes = Array.from({ length: PAGE }, (_, nth) =>
      edge.append(entryOf(sha256, { kind: 'event', subject: `event:bulk:${from + nth}`, salt, digest })),
    )
    await owner.query({
      text: `WITH made AS (
          INSERT INTO app.leaves (kind, subject, salt, digest)
          SELECT 'event', 'event:bulk:' || ($1::int + n), $3, $4 FROM generate_series(0, $2::int - 1) n RETURNING id, subject)
        INSERT INTO app.log_entries (index, leaf_id, entry_hash)
        SELECT i, id, substring($5::bytea FROM (32 * (i - $1::int) + 1)::int FOR 32)
        FROM (SELECT id, substr(subject, 12)::bigint AS i FROM made) numbered`,
      values: [from, PAGE, salt, digest, Buffer.concat(hashes)],
    })
    for (const { name, bytes } of edge.takeFiles().files)
      if (isNeeded(name, from + PAGE)) await named.keep([{ name, bytes }])
  }
  return { root: edge.root() }
}

/** Parts only of the last size: each page would leave some. */
const isNeeded = (name: string, size: number): boolean => !name.includes('.p/') || size === LEAVES

if (import.meta.main) console.table(await measure())
