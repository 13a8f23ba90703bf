import type { CaseEvent } from '#domain/case/event.ts'
import type { CaseState } from '#domain/case/state.ts'
import { timelineOf } from '#domain/case/timeline.ts'
import type { TrailEntry } from '#domain/trail/trail-entry.ts'
import { groundWords, purposeWords, trailDetailOf, trailTitleOf } from '#domain/trail/trail-words.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Queryable } from '#server/db/database.ts'
import { summaryOfAudit } from '#server/http/audit-summaries.ts'
import { nameObjects } from './name-objects.ts'
import type { TrailLine } from './trail-lines.ts'

/** Lines as people read them, in the same order; events that a timeline does not tell are left out. */
export async function tellLines(
  db: Queryable,
  lines: readonly TrailLine[],
  caseId: string | null,
): Promise<readonly TrailEntry[]> {
  const [nameOf, sentences] = await Promise.all([
    nameObjects(
      db,
      lines.map(({ subject }) => subject),
    ),
    lines.some(({ source }) => source === 'event') && caseId !== null ? sentencesOf(db, caseId) : NO_SENTENCES,
  ])
  return lines.flatMap((line) => {
    const said = wordsOf(line, sentences)
    if (!said) return []
    const { id, at, who, agency, subject, address } = line
    return [
      { id, at, who: who ?? '系统', agency: agency ?? '', object: nameOf(subject), address: address ?? '', ...said },
    ]
  })
}

const NO_SENTENCES: ReadonlyMap<number, string> = new Map()

function wordsOf(
  line: TrailLine,
  sentences: ReadonlyMap<number, string>,
): Pick<TrailEntry, 'what' | 'detail'> | undefined {
  const { source, name, detail } = line
  if (source === 'audit')
    return { what: trailTitleOf(name) ?? summaryOfAudit(name) ?? name, detail: trailDetailOf(detail) }
  if (source === 'follower') return { what: '由本案产生后续案件', detail: '' }
  if (source === 'viewing') {
    const words = [purposeWords(String(detail.purpose)), groundWords(String(detail.ground))]
    return { what: '查看音像记录', detail: words.filter(Boolean).join('；') }
  }
  const sentence = sentences.get(Number(detail.seq))
  return sentence === undefined ? undefined : { what: sentence, detail: '' }
}

async function sentencesOf(db: Queryable, caseId: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.query<{ state: CaseState; events: readonly CaseEvent[] }>({
    name: 'trail-case-events',
    text: `SELECT c.state, (SELECT jsonb_agg(e.body ORDER BY e.seq) FROM app.events e WHERE e.case_id = c.id) AS events
      FROM app.cases c WHERE c.id = $1`,
    values: [caseId],
  })
  const [row] = rows
  if (!row) return NO_SENTENCES
  return new Map(timelineOf(PROCEDURES, row.state, row.events).map(({ seq, sentence }) => [seq, sentence]))
}
