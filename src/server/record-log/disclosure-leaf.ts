import { randomBytes } from 'node:crypto'
import { type DisclosureContent, disclosureContent, disclosureSubject } from '#domain/record-log/disclosure-content.ts'
import { SALT_LENGTH, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { sha256 } from './ed25519.ts'
import type { Sender } from './log-rows.ts'

/** Writes the leaf of a publication or of its taking down, in the transaction of the change. */
export async function keepDisclosureLeaf(tx: Sender, content: DisclosureContent): Promise<void> {
  // As it will be read back: what has no value has no place in JSON.
  const plain = JSON.parse(JSON.stringify(content)) as DisclosureContent
  const salt = randomBytes(SALT_LENGTH)
  const digest = saltedDigest(sha256, salt, Buffer.from(disclosureContent(plain)))
  await tx.query({
    name: 'disclosure-leaf',
    text: `INSERT INTO app.leaves (kind, subject, salt, digest) VALUES ('disclosure', $1, $2, $3)`,
    values: [disclosureSubject(plain), salt, digest],
  })
}
