import type { TrailAnswer } from '#contract/viewings.ts'
import { isRefused, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { admitWorker } from './load-viewed.ts'

const MOST = 300

/** What was done with a recording beside being looked at; reading lists and this trail is not among it. */
const DEEDS: Readonly<Record<string, string>> = {
  'recording-mark': '作了标记',
  'mark-withdraw': '撤回了标记',
  'recording-derive': '制作副本',
  'recording-fixity': '核对原件摘要',
  'recording-store': '存入',
  'case-recording-bind': '归入案件',
}
const PURPOSES = { play: '查看', download: '下载带水印的副本', export: '导出带水印的副本' } as const

type Row = {
  readonly at: string
  readonly person: string | null
  readonly agency: string | null
  readonly purpose: keyof typeof PURPOSES | null
  readonly ground: string | null
  readonly name: string | null
}

/** Who looked at a recording, when and on what ground, and what was done with it; the newest first. */
export async function readTrail(ctx: RequestContext, id: string): Promise<TrailAnswer | Refused> {
  const admitted = await admitWorker(ctx, ctx.db, id)
  if (isRefused(admitted)) return admitted
  const { rows } = await ctx.db.query<Row>({
    name: 'recording-trail',
    text: `(SELECT v.begun_at AS at, p.name AS person, a.short_name AS agency, v.purpose, v.ground, NULL AS name
        FROM app.viewings v JOIN app.people p ON p.id = v.person_id JOIN app.agencies a ON a.id = p.agency_id
        WHERE v.recording_id = $1 ORDER BY v.begun_at DESC LIMIT ${MOST + 1})
      UNION ALL
      (SELECT e.at, p.name, a.short_name, NULL, NULL, e.name FROM app.audit_entries e
        LEFT JOIN app.people p ON p.id = e.actor_id LEFT JOIN app.agencies a ON a.id = e.agency_id
        WHERE e.subject = 'recording:' || $1 AND e.name = ANY ($2) ORDER BY e.at DESC LIMIT ${MOST + 1})
      ORDER BY at DESC LIMIT ${MOST + 1}`,
    values: [id, Object.keys(DEEDS)],
  })
  return { entries: rows.slice(0, MOST).map(entryOf), isCut: rows.length > MOST }
}

function entryOf({ at, person, agency, purpose, ground, name }: Row): TrailAnswer['entries'][number] {
  const what = purpose ? PURPOSES[purpose] : (DEEDS[name ?? ''] ?? '')
  return { at, person, agency, what, ground: ground && groundWords(ground) }
}

/** “case:… 承办” as it is kept, without the number. */
function groundWords(ground: string): string {
  if (ground === 'own') return '自己上传，尚未归案'
  if (ground.startsWith('demonstration:')) return '规范演示'
  return ground.startsWith('access:') ? '调阅' : (ground.split(' ')[1] ?? ground)
}
