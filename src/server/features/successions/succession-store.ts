import type {
  SheetLine,
  SuccessionBrief,
  SuccessionInput,
  SuccessionRefusal,
  SuccessionSheet,
} from '#contract/successions.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { unitsLed } from './succession-scope.ts'

/** One line of the sheet as it is kept: with the event that did it, or with the reasons why it stayed. */
export type KeptLine = Omit<SheetLine, 'to' | 'refusal'> & {
  readonly proposal?: string | null
  readonly to: string | null
  readonly seq: number | null
  readonly refusals: readonly SuccessionRefusal[]
}

type Kept = { readonly id: string; readonly input: SuccessionInput; readonly lines: readonly KeptLine[] }

export async function keepSuccession(tx: Tx, ctx: RequestContext, kept: Kept): Promise<SuccessionSheet> {
  const { id, input, lines } = kept
  const { agencyId, personId } = ctx.actor
  await tx.query({
    name: 'succession-kept',
    text: `INSERT INTO app.successions (id, agency_id, from_person_id, ground, words, made_by, made_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, agencyId, input.person, input.ground, input.words, personId, ctx.clock.now()],
  })
  await tx.query({
    name: 'succession-lines-kept',
    text: `INSERT INTO app.succession_items (succession_id, ordinal, case_id, what, stage, due_on, due_clock, to_person_id, seq, sentence, basis)
      SELECT $1, l.ordinal, l."caseId", l.what, l.stage, l."dueOn", l."dueTitle", l."to", l.seq, l.sentence, l.basis
      FROM jsonb_to_recordset($2) AS l(ordinal int, "caseId" uuid, what text, stage text, "dueOn" date, "dueTitle" text,
        "to" uuid, seq int, sentence text, basis text)`,
    values: [id, JSON.stringify(lines.map(lineToKeep))],
  })
  const sheet = await findSheet(tx, agencyId, id)
  if (!sheet) throw new Error(`succession ${id} was not kept`)
  return sheet
}

function lineToKeep({ refusals, ...line }: KeptLine, index: number) {
  const sentence = refusals.map((refusal) => refusal.sentence).join('；')
  const basis = [...new Set(refusals.map((refusal) => refusal.basis))].filter(Boolean).join('、')
  return { ...line, ordinal: index + 1, ...(refusals.length > 0 && { sentence, basis }) }
}

const HEAD = `s.id, f.name AS "from", s.ground, s.words, b.name AS "by",
    to_char(s.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at`
const JOINED = `app.successions s JOIN app.people f ON f.id = s.from_person_id JOIN app.people b ON b.id = s.made_by`
/** The head of a unit reads what they handed over themselves and what was handed over by those of their units. */
const READABLE = `s.agency_id = $1 AND ($2::uuid[] IS NULL OR s.made_by = $3
    OR EXISTS (SELECT FROM app.posts t WHERE t.person_id = s.from_person_id AND t.unit_id = ANY ($2)))`

/** The newest acts of the agency. */
export async function listSuccessions(ctx: RequestContext): Promise<readonly SuccessionBrief[]> {
  const { rows } = await ctx.db.query<SuccessionBrief>({
    name: 'successions-list',
    text: `SELECT ${HEAD}, (SELECT count(*)::int FROM app.succession_items i WHERE i.succession_id = s.id AND i.seq IS NOT NULL) AS moved,
        (SELECT count(*)::int FROM app.succession_items i WHERE i.succession_id = s.id AND i.seq IS NULL) AS stayed
      FROM ${JOINED} WHERE ${READABLE} ORDER BY s.made_at DESC, s.id DESC LIMIT 50`,
    values: [ctx.actor.agencyId, unitsLed(ctx.actor) ?? null, ctx.actor.personId],
  })
  return rows
}

export async function readSheet(ctx: RequestContext, id: string): Promise<SuccessionSheet | Refused> {
  const { agencyId, personId } = ctx.actor
  const readable = await ctx.db.query({
    name: 'succession-readable',
    text: `SELECT 1 FROM app.successions s WHERE ${READABLE} AND s.id = $4`,
    values: [agencyId, unitsLed(ctx.actor) ?? null, personId, id],
  })
  if (readable.rows.length === 0) return notFound('工作交接单')
  return (await findSheet(ctx.db, agencyId, id)) ?? notFound('工作交接单')
}

type LineRow = Omit<SheetLine, 'refusal'> & { readonly sentence: string | null; readonly basis: string | null }

async function findSheet(db: Queryable, agencyId: string, id: string): Promise<SuccessionSheet | undefined> {
  const { rows } = await db.query<Omit<SuccessionSheet, 'lines'>>({
    name: 'succession-sheet',
    text: `SELECT ${HEAD}, a.name AS agency FROM ${JOINED} JOIN app.agencies a ON a.id = s.agency_id WHERE s.id = $1 AND s.agency_id = $2`,
    values: [id, agencyId],
  })
  const lines = await db.query<LineRow>({
    name: 'succession-sheet-lines',
    text: `SELECT i.case_id AS "caseId", c.name, c.number, c.party_name AS party, i.what, i.stage, i.due_on AS "dueOn",
        i.due_clock AS "dueTitle", t.name AS "to", i.sentence, i.basis
      FROM app.succession_items i JOIN app.cases c ON c.id = i.case_id LEFT JOIN app.people t ON t.id = i.to_person_id
      WHERE i.succession_id = $1 ORDER BY i.ordinal`,
    values: [id],
  })
  const [head] = rows
  return head && { ...head, lines: lines.rows.map(lineOf) }
}

function lineOf({ sentence, basis, ...line }: LineRow): SheetLine {
  return { ...line, refusal: sentence === null ? null : { sentence, basis: basis ?? '' } }
}
