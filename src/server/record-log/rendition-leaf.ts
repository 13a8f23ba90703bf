import { randomBytes } from 'node:crypto'
import { canonicalJson, type Json } from '#domain/record-log/canonical-json.ts'
import { SALT_LENGTH, saltedDigest } from '#domain/record-log/leaf-entry.ts'
import { sha256 } from './ed25519.ts'
import type { Sender } from './log-rows.ts'

/** What was made of an original to play it and to show it in lists; the files are named by their digests. */
export type RenditionContent = {
  readonly original: string
  /** How often it was made. */
  readonly madeVersion: number
  readonly madeState: string
  readonly madeSentence: string | null
  readonly probe: Json
  readonly poster: string | null
  readonly strip: string | null
  readonly web: string | null
  readonly waveform: Json
}

/** The text whose salted digest is the leaf (RFC 8785). */
export function renditionContent(content: RenditionContent): string {
  const { original, madeVersion, madeState, madeSentence, probe, poster, strip, web, waveform } = content
  return canonicalJson({ original, madeVersion, madeState, madeSentence, probe, poster, strip, web, waveform })
}

export const renditionSubject = (original: string, version: number): string => `rendition:${original}:${version}`

/** Writes the leaf of what was made; in the transaction that writes the row, from the row itself. */
export async function keepRenditionLeaf(tx: Sender, original: string): Promise<void> {
  const { rows } = await tx.query<RenditionContent>({
    name: 'rendition-content',
    text: `SELECT ${RENDITION_PARTS} FROM app.renditions n WHERE n.sha256 = $1`,
    values: [original],
  })
  const [content] = rows
  if (!content) return
  const salt = randomBytes(SALT_LENGTH)
  const digest = saltedDigest(sha256, salt, Buffer.from(renditionContent(content)))
  await tx.query({
    name: 'rendition-leaf',
    text: `INSERT INTO app.leaves (kind, subject, salt, digest) VALUES ('rendition', $1, $2, $3)`,
    values: [renditionSubject(original, content.madeVersion), salt, digest],
  })
}

/** The columns of `RenditionContent`, of `app.renditions n`. */
export const RENDITION_PARTS = `n.sha256 AS original, n.version AS "madeVersion", n.state AS "madeState", n.sentence AS "madeSentence",
  n.probe, n.poster_sha256 AS poster, n.strip_sha256 AS strip, n.web_sha256 AS web, n.waveform`
