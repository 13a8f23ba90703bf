import { openLine } from '#domain/record-log/cosignature.ts'
import { parseNote, parseSignatureLine } from '#domain/record-log/signed-note.ts'
import { verifyEd25519 } from './ed25519.ts'
import { anchorsAt } from './judge-chain.ts'
import type { Sender } from './log-rows.ts'
import { finding, inEpoch, type Tell } from './scrub-finding.ts'
import { stampedText } from './timestamper.ts'
import { askedWitnesses, type WitnessConfig } from './witness-policy.ts'

/** Names what the portal shows otherwise than it was published, or shows no more without having taken it down. */
export async function scrubPortal(db: Sender, tell: Tell): Promise<void> {
  const { rows } = await db.query<{ id: string; what: string }>({
    text: `SELECT w.disclosure_id AS id, CASE
        WHEN p.id IS NULL THEN '公示过，门户上却没有这一条，也没有撤下的记录'
        WHEN p.status <> 'published' THEN '门户上已撤下，却没有撤下的存证'
        WHEN d.state IS DISTINCT FROM 'published' THEN '门户上公示着，公示的登记却不是已公示'
        ELSE '门户上的内容与公示时存证的一版不同，已被改动' END AS what
      FROM (SELECT DISTINCT ON (disclosure_id) * FROM app.disclosure_versions ORDER BY disclosure_id, number DESC) w
      LEFT JOIN published.decisions p ON p.id = w.disclosure_id
      LEFT JOIN app.disclosures d ON d.id = w.disclosure_id
      WHERE w.is_sealed
        AND NOT EXISTS (SELECT FROM app.leaves l WHERE l.kind = 'disclosure'
          AND l.subject IN ('disclosure:' || w.disclosure_id || ':withdrawn', 'disclosure:' || w.disclosure_id || ':expired'))
        AND (p.id IS NULL OR p.status <> 'published' OR d.state IS DISTINCT FROM 'published' OR p.body <> w.record
          OR p.number IS DISTINCT FROM w.record ->> 'number' OR p.title IS DISTINCT FROM w.record ->> 'title'
          OR p.decided_on::text IS DISTINCT FROM w.record ->> 'decidedOn' OR p.agency_name IS DISTINCT FROM w.record ->> 'agencyName')
      UNION ALL
      SELECT p.id, '门户上有这一条，却没有公示过的任何一版' FROM published.decisions p
        WHERE NOT EXISTS (SELECT FROM app.disclosure_versions w WHERE w.disclosure_id = p.id)
      LIMIT 1000`,
  })
  for (const { id, what } of rows) tell(finding('disclosure', `disclosure:${id}`, what))
}

type Line = {
  readonly epoch: number
  readonly size: number
  readonly witness: string
  readonly line: string
  readonly note: string
}

/** Of every log that there was: names lines of witnesses still asked that do not verify under their checkpoint. */
export async function scrubCosignatures(db: Sender, config: WitnessConfig, tell: Tell): Promise<void> {
  const asked = askedWitnesses(config)
  const { rows } = await db.query<Line>({
    text: `SELECT s.epoch, s.size, s.witness, s.line, c.note FROM app.log_cosignatures s
      JOIN app.log_checkpoints c ON c.epoch = s.epoch AND c.size = s.size
      WHERE s.key_id = ANY ($1) ORDER BY s.epoch, s.size`,
    values: [asked.map(({ vkey }) => Buffer.from(vkey.keyId))],
  })
  const known = { witnesses: asked.map(({ vkey }) => vkey), verifySignature: verifyEd25519 }
  for (const { epoch, size, witness, line, note } of rows) {
    const parsed = parseSignatureLine(line.replace(/\n$/, ''))
    const opened = parsed && openLine(parseNote(note)?.text ?? '', parsed, known)
    if (typeof opened !== 'object')
      tell(finding('cosignature', inEpoch(epoch, `${size}（${witness}）`), '与检查点不符，已被改动'))
  }
}

/** How many time stamps there are, and whether it was asked whose they are. */
export type Stamps = { readonly count: number; readonly isChainJudged: boolean }

type Token = { readonly epoch: number; readonly size: number; readonly token: Uint8Array; readonly note: string }

/** Of every log that there was: names time stamps that are none of their checkpoint any more. */
export async function scrubTimestamps(db: Sender, anchorsFile: string | undefined, tell: Tell): Promise<Stamps> {
  const { rows } = await db.query<Token>({
    text: `SELECT t.epoch, t.size, t.token, c.note FROM app.log_timestamps t
      JOIN app.log_checkpoints c ON c.epoch = t.epoch AND c.size = t.size ORDER BY t.epoch, t.size`,
  })
  const anchors = anchorsAt(anchorsFile)
  const stamps = { count: rows.length, isChainJudged: anchors.length > 0 }
  if (rows.length === 0) return stamps
  const { readTimestampToken } = await import('./timestamp-token.ts')
  for (const { epoch, size, token, note } of rows) {
    const read = await readTimestampToken(token, Buffer.from(stampedText(note)), { anchors })
    if ('problem' in read) tell(finding('timestamp', inEpoch(epoch, String(size)), read.problem.replace(/。$/, '')))
  }
  return stamps
}
