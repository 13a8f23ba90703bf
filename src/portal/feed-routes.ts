import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { siteName } from './frame.ts'
import { html } from './html.ts'
import { placeName } from './place-name.ts'
import type { PortalContext } from './portal-context.ts'
import { type Line, listNewest } from './published-queries.ts'
import { hasTag } from './send-page.ts'

const NEWEST = 50
type Feed = { readonly title: string; readonly home: string; readonly lines: readonly Line[] }

/** The newest decisions for feed readers, as Atom (RFC 4287) and as JSON Feed 1.1. */
export function serveFeeds(app: FastifyInstance, ctx: PortalContext): void {
  const readPlace = placeName(ctx)
  const read = async (): Promise<Feed> => {
    const [place, lines] = await Promise.all([readPlace(), listNewest(ctx.db, NEWEST)])
    return { title: `${siteName({ place })}：最新决定`, home: ctx.config.portalPublicUrl.replace(/\/$/, ''), lines }
  }
  app.get('/feeds/decisions.atom', async (request, reply) =>
    send(request, reply, 'application/atom+xml; charset=utf-8', atom(await read())),
  )
  app.get('/feeds/decisions.json', async (request, reply) =>
    send(request, reply, 'application/feed+json; charset=utf-8', json(await read())),
  )
}

function send(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const tag = `"${hash('sha1', body, 'base64url')}"`
  reply.headers({
    'content-type': type,
    etag: tag,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  })
  return hasTag(request, tag) ? reply.code(304).send() : reply.send(body)
}

const GONE = { withdrawn: '这份决定的公示已经撤回', expired: '公示期满，内容已经撤下' } as const
const address = ({ home }: Feed, line: Line) => `${home}/decisions/${line.id}`
const summaryOf = (line: Line) =>
  line.status !== 'published'
    ? GONE[line.status]
    : [line.kind, line.number, line.summary].filter((part) => part).join('；')

function atom(feed: Feed): string {
  const { home, title, lines } = feed
  // Characters that XML 1.0 cannot hold; the rest is escaped as in HTML.
  const plain = (text: string) => text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${home}/feeds/decisions.atom</id>
<title>${plain(title)}</title>
<updated>${lines[0]?.publishedAt ?? '1970-01-01T00:00:00Z'}</updated>
<link rel="self" href="${home}/feeds/decisions.atom"/>
<link rel="alternate" type="text/html" href="${home}/decisions"/>
${lines.map(
  (line) => html`<entry>
<id>${address(feed, line)}</id>
<title>${plain(line.title)}</title>
<link rel="alternate" type="text/html" href="${address(feed, line)}"/>
<published>${line.publishedAt}</published>
<updated>${line.withdrawnAt ?? line.publishedAt}</updated>
<author><name>${plain(line.agencyName)}</name></author>
<summary>${plain(summaryOf(line))}</summary>
</entry>
`,
)}</feed>
`.toString()
}

function json(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: `${feed.home}/decisions`,
    feed_url: `${feed.home}/feeds/decisions.json`,
    language: 'zh-CN',
    items: feed.lines.map((line) => ({
      id: address(feed, line),
      url: address(feed, line),
      title: line.title,
      content_text: summaryOf(line),
      date_published: line.publishedAt,
      date_modified: line.withdrawnAt ?? line.publishedAt,
      authors: [{ name: line.agencyName }],
    })),
  })
}
