import { randomBytes } from 'node:crypto'
import { SALT_LENGTH, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import type { AskedWitness } from '#domain/record-log/witness-list.ts'
import { newId } from '../ids.ts'
import { sha256 } from './ed25519.ts'
import { EPOCH, readEpoch } from './epoch.ts'
import type { Head, Sender } from './log-rows.ts'
import { refusalContent, refusalSubject } from './refusal-leaf.ts'

export type KeptCosignature = {
  readonly size: number
  readonly witness: AskedWitness
  readonly line: string
  readonly at: bigint
}

/** Keeps what a witness has signed; nothing happens when it is kept already. */
export async function keepCosignature(db: Sender, kept: KeptCosignature, now: Date): Promise<void> {
  const { size, witness, line, at } = kept
  await db.query({
    name: 'log-keep-cosignature',
    text: `INSERT INTO app.log_cosignatures (epoch, size, witness, key_id, line, cosigned_at, received_at)
      VALUES (${EPOCH}, $1, $2, $3, $4, to_timestamp($5), $6) ON CONFLICT DO NOTHING`,
    values: [size, witness.name, witness.vkey.keyId, line, Number(at), now],
  })
}

const keyIds = (witnesses: readonly AskedWitness[]): Buffer[] => witnesses.map(({ vkey }) => Buffer.from(vkey.keyId))

export type CosignatureLine = { readonly witness: string; readonly line: string; readonly cosignedAt: string }

/** The lines of these witnesses under one head. */
export async function readCosignatures(
  db: Sender,
  size: number,
  witnesses: readonly AskedWitness[],
): Promise<readonly CosignatureLine[]> {
  const { rows } = await db.query<CosignatureLine>({
    name: 'log-cosignatures',
    text: `SELECT witness, line, cosigned_at AS "cosignedAt" FROM app.log_cosignatures
      WHERE epoch = ${EPOCH} AND size = $1 AND key_id = ANY ($2) ORDER BY cosigned_at, witness`,
    values: [size, keyIds(witnesses)],
  })
  return rows
}

/** The newest head above that size that so many of these witnesses have cosigned. */
export async function findCosignedHead(
  db: Sender,
  above: number,
  { witnesses, quorum }: { readonly witnesses: readonly AskedWitness[]; readonly quorum: number },
): Promise<Head | undefined> {
  if (quorum === 0) return undefined
  const { rows } = await db.query<Head>({
    name: 'log-cosigned-head',
    text: `SELECT c.size, c.root, c.note, c.signed_at AS "signedAt" FROM (
        SELECT size FROM app.log_cosignatures WHERE epoch = ${EPOCH} AND size > $1 AND key_id = ANY ($2)
        GROUP BY size HAVING count(*) >= $3 ORDER BY size DESC LIMIT 1) found
      JOIN app.log_checkpoints c ON c.epoch = ${EPOCH} AND c.size = found.size`,
    values: [above, keyIds(witnesses), quorum],
  })
  return rows[0]
}

/** How far one witness is known to have cosigned. */
export async function lastCosigned(db: Sender, witness: AskedWitness): Promise<number> {
  const { rows } = await db.query<{ size: number }>({
    name: 'log-last-cosigned',
    text: `SELECT coalesce(max(size), 0) AS size FROM app.log_cosignatures WHERE epoch = ${EPOCH} AND key_id = $1`,
    values: [witness.vkey.keyId],
  })
  return rows[0]?.size ?? 0
}

export type Refusal = {
  readonly size: number
  readonly witness: string
  readonly status: number
  readonly knownSize: number
}

/** Remembers that a witness knows another history, with a leaf of its own; once for each size. */
export async function keepRefusal(db: Sender, witness: AskedWitness, refusal: Refusal, now: Date): Promise<void> {
  const { size, status, knownSize } = refusal
  const { epoch } = await readEpoch(db)
  const [id, at, key] = [newId(), now.toISOString(), Buffer.from(witness.vkey.keyId)]
  const salt = randomBytes(SALT_LENGTH)
  const content = refusalContent({
    refusal: id,
    refusedEpoch: epoch,
    refusedSize: size,
    refusedBy: witness.name,
    refusedKey: key.toString('hex'),
    refusedStatus: status,
    refusedKnown: knownSize,
    refusedAt: at,
  })
  await db.query({
    text: `WITH refused AS (
        INSERT INTO app.log_refusals (id, epoch, size, witness, key_id, status, known_size, refused_at, is_sealed)
        SELECT $1, $8::int, $2::bigint, $3, $4::bytea, $5, $6::bigint, $7, true
        WHERE NOT EXISTS (SELECT FROM app.log_refusals
          WHERE epoch = $8::int AND size = $2::bigint AND key_id = $4::bytea AND known_size = $6::bigint) RETURNING 1)
      INSERT INTO app.leaves (kind, subject, salt, digest) SELECT 'refusal', $9, $10, $11 FROM refused`,
    values: [
      ...[id, size, witness.name, key, status, knownSize, at, epoch],
      ...[refusalSubject(id), salt, saltedDigest(sha256, salt, Buffer.from(content))],
    ],
  })
}

/** A refusal that stands: by a witness still asked, and not one that was merely ahead of what the database has by now. */
export async function findRefusal(
  db: Sender,
  witnesses: readonly AskedWitness[],
  headSize: number,
): Promise<Refusal | undefined> {
  if (witnesses.length === 0) return undefined
  const { rows } = await db.query<Refusal>({
    name: 'log-refusal',
    text: `SELECT size, witness, status, known_size AS "knownSize" FROM app.log_refusals
      WHERE epoch = ${EPOCH} AND key_id = ANY ($1) AND NOT (known_size > size AND known_size <= $2)
      ORDER BY refused_at DESC LIMIT 1`,
    values: [keyIds(witnesses), headSize],
  })
  return rows[0]
}
