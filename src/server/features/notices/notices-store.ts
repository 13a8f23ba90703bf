import type { CaseState } from '#domain/case/state.ts'
import { isWanted, minutesToWait, type Notice, type NoticeSettings } from '#domain/notice/notice.ts'
import type { Settled } from '#domain/notice/notices-of-events.ts'
import type { Clock } from '#server/clock.ts'
import type { Tx } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'
import { minuteInOffice } from './minute-of-day.ts'

type Told = {
  readonly person: string
  readonly tokens: readonly string[]
  readonly quietFrom: number | null
  readonly quietUntil: number | null
  readonly digestAt: number | null
  readonly muted: readonly string[]
}

/** Writes each notice for everybody whom it names and who wants it; what somebody was told already is not told again. */
export async function tell(tx: Tx, clock: Clock, state: CaseState, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const people = await peopleOf(tx, clock, state, [...new Set(notices.flatMap(({ to }) => to))])
  const rows = notices.flatMap((notice) =>
    people.filter((told) => concerns(notice, told)).map((told) => rowOf(clock, state, notice, told)),
  )
  if (rows.length === 0) return
  await tx.query({
    name: 'notices-tell',
    text: `INSERT INTO app.notices (id, person_id, key, kind, case_id, about, sentence, due_on, at, shown_at)
      SELECT n.id, n.person, n.key, n.kind, n."caseId", n.about, n.sentence, n."dueOn", n.at, n."shownAt"
      FROM jsonb_to_recordset($1) AS n(id uuid, person uuid, key text, kind text, "caseId" uuid, about text, sentence text,
        "dueOn" date, at timestamptz, "shownAt" timestamptz)
      ON CONFLICT (person_id, key) DO NOTHING`,
    values: [JSON.stringify(rows)],
  })
}

/**
 * What was done needs nobody's attention any longer, also what was told in the same instant; what the same command asks of the next
 * one, and what was told after it, stays.
 */
export async function settle(
  tx: Tx,
  clock: Clock,
  settled: readonly Settled[],
  asked: readonly Notice[] = [],
): Promise<void> {
  if (settled.length === 0) return
  await tx.query({
    name: 'notices-settle',
    text: `UPDATE app.notices n SET read_at = $2 FROM jsonb_to_recordset($1) AS s(about text, at timestamptz, "of" uuid)
      WHERE n.about = s.about AND (s."of" IS NULL OR n.person_id = s."of") AND n.at <= s.at AND n.read_at IS NULL AND n.key <> ALL ($3::text[])`,
    values: [JSON.stringify(settled), clock.now(), asked.map(({ key }) => key)],
  })
}

/** Who answers to these tokens in the agency today, each with how they want to be told. */
async function peopleOf(tx: Tx, clock: Clock, { agency }: CaseState, tokens: readonly string[]) {
  const { rows } = await tx.query<Told>({
    name: 'notices-people',
    text: `SELECT w.person, w.tokens, s.quiet_from AS "quietFrom", s.quiet_until AS "quietUntil", s.digest_at AS "digestAt",
        coalesce(s.muted, '{}') AS muted
      FROM (SELECT p.id AS person, array_agg(DISTINCT k.token) AS tokens
        FROM app.people p LEFT JOIN app.posts t ON t.person_id = p.id AND t.from_on <= $3 AND (t.until_on IS NULL OR t.until_on >= $3)
        CROSS JOIN LATERAL (VALUES ('person:' || p.id), ('role:' || t.role),
          (CASE WHEN t.role = 'unit-head' THEN 'unit-head:' || t.unit_id END)) AS k(token)
        WHERE p.agency_id = $1 AND (p.left_on IS NULL OR p.left_on > $3) AND k.token = ANY ($2) GROUP BY p.id) w
      LEFT JOIN app.notice_settings s ON s.person_id = w.person`,
    values: [agency, tokens, clock.today()],
  })
  return rows
}

function concerns({ to, except, kind }: Notice, told: Told): boolean {
  const isNamed = told.tokens.some((token) => to.includes(token))
  return isNamed && told.person !== except && isWanted(kind, settingsOf(told))
}

function settingsOf({ quietFrom, quietUntil, digestAt, muted }: Told): NoticeSettings {
  const quiet = quietFrom === null || quietUntil === null ? undefined : { from: quietFrom, until: quietUntil }
  return { quiet, digestAt: digestAt ?? undefined, muted }
}

const MINUTE_MS = 60_000

function rowOf(clock: Clock, state: CaseState, notice: Notice, told: Told) {
  const { kind, key, about, sentence, dueOn = null } = notice
  const at = clock.now()
  const waits = minutesToWait(kind, settingsOf(told), minuteInOffice(at))
  const shownAt = new Date(at.getTime() + waits * MINUTE_MS)
  return { id: newId(), person: told.person, key, kind, caseId: state.id, about, sentence, dueOn, at, shownAt }
}
