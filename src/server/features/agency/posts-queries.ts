import type { PostRow, PostsAnswer } from '#contract/post-duties.ts'
import { ROLES } from '#domain/access/permissions.ts'
import type { Queryable } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'

type Head = Omit<PostsAnswer, 'rows'>
type Row = Omit<PostRow, 'version'>

/** The posts of the own agency that somebody holds today or that have duties, each with what its holder is to do. */
export async function listPosts(ctx: RequestContext, db: Queryable = ctx.db): Promise<PostsAnswer> {
  const { agencyId } = ctx.actor
  const head = await db.query<Head>({
    name: 'posts-agency',
    text: `SELECT a.name AS "agencyName", a.phone, coalesce((SELECT r.complaint_phone FROM app.agency_records r
        WHERE r.agency_id = a.id ORDER BY r.version DESC LIMIT 1), '') AS "complaintPhone"
      FROM app.agencies a WHERE a.id = $1`,
    values: [agencyId],
  })
  const { rows } = await db.query<Row>({
    name: 'posts-with-duties',
    text: `SELECT g.role,
        coalesce((SELECT json_agg(json_build_object('version', d.version, 'fromOn', d.from_on, 'duties', d.duties, 'by', p.name,
            'at', d.set_at) ORDER BY d.version DESC)
          FROM app.post_duties d LEFT JOIN app.people p ON p.id = d.set_by WHERE d.agency_id = $1 AND d.role = g.role), '[]') AS texts,
        coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'unit', u.name, 'isAtWindow', u.kind = 'window')
            ORDER BY u.name, p.name)
          FROM app.posts t JOIN app.units u ON u.id = t.unit_id JOIN app.people p ON p.id = t.person_id
          WHERE u.agency_id = $1 AND t.role = g.role AND t.from_on <= $2 AND (t.until_on IS NULL OR t.until_on >= $2)
            AND (p.left_on IS NULL OR p.left_on > $2)), '[]') AS holders
      FROM unnest($3::text[]) WITH ORDINALITY AS g (role, place) ORDER BY g.place`,
    values: [agencyId, ctx.clock.today(), [...ROLES]],
  })
  const [agency] = head.rows
  if (!agency) throw new Error(`listPosts: no agency ${agencyId}`)
  const shown = rows.filter(({ texts, holders }) => texts.length + holders.length > 0)
  return { ...agency, rows: shown.map((row) => ({ ...row, version: row.texts.length })) }
}
