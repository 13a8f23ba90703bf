import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { Queryable } from '#server/db/database.ts'
import { isId } from '#server/ids.ts'

type Row = {
  readonly subject: string
  readonly title: string
  readonly code: string | null
  readonly on: PlainDate | null
}

const plain = (kind: string, title: string, tables: string): string =>
  `SELECT '${kind}:' || x.id AS subject, ${title} AS title, NULL AS code, NULL::date AS "on" FROM ${tables} WHERE x.id = ANY ($1::uuid[])`

const NAMES = [
  plain('case', 'x.name', 'app.cases x'),
  `SELECT 'document:' || x.id, coalesce(x.number, ''), x.code, x.issued_on FROM app.documents x WHERE x.id = ANY ($1::uuid[])`,
  plain('upload', 'x.file_name', 'app.uploads x'),
  plain('recording', 'x.file_name', 'app.recordings x'),
  plain('party', 'x.name', 'app.parties x'),
  plain('person', 'x.name', 'app.people x'),
  plain('disclosure', `'公示：' || c.name`, 'app.disclosures x JOIN app.cases c ON c.id = x.case_id'),
  plain('dossier', `'案卷：' || c.name`, 'app.dossiers x JOIN app.cases c ON c.id = x.case_id'),
  plain(
    'print',
    `'打印件（' || (SELECT count(*) FROM app.prints p WHERE p.job_id = x.id) || ' 种文书）'`,
    'app.print_jobs x',
  ),
  plain('package', `'归档包 ' || x.archive_number`, 'app.dossier_packages x'),
  plain(
    'access',
    `'调阅申请' || coalesce('：' || c.name, '')`,
    'app.access_requests x LEFT JOIN app.cases c ON c.id = x.case_id',
  ),
].join(' UNION ALL ')

/** What the subjects of some lines are called; what has no name keeps the subject as it was written. */
export async function nameObjects(
  db: Queryable,
  subjects: readonly (string | null)[],
): Promise<(subject: string | null) => string> {
  const ids = [...new Set(subjects.flatMap((subject) => subject?.split(':')[1] ?? []))].filter(isId)
  const { rows } = await db.query<Row>({ name: 'trail-object-names', text: NAMES, values: [ids] })
  const names = new Map(
    rows.map(({ subject, title, code, on }) => [
      subject,
      code && on ? `${documentTitleOf(code, on)} ${title}`.trim() : title,
    ]),
  )
  return (subject) => (subject === null ? '' : (names.get(subject) ?? subject))
}
