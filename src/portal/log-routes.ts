import type { FastifyInstance, FastifyReply } from 'fastify'
import { parseTilePath, TILE_WIDTH } from '#domain/record-log/tile.ts'
import type { PortalContext } from './portal-context.ts'

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
/** Of one name and one width the bytes never change. */
const WHOLE = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' }
/** A part goes when its tile is whole; whoever misses it takes the whole one (C2SP tlog-tiles). */
const PART = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=3600' }

type Later = { Params: { nth: string; name: string; '*': string } }

/** Each log after the first one has a number; where there is none, nothing is found. */
const folderOf = (nth: string): string | undefined => (/^[1-9]\d{0,3}$/.test(nth) ? `log/${nth}/` : undefined)

/** The record log as C2SP tlog-tiles below `/log/`; anybody may mirror it and recompute it. */
export function serveLog(app: FastifyInstance, { files }: Pick<PortalContext, 'files'>): void {
  const send = async (reply: FastifyReply, name: string, headers: Record<string, string>) => {
    const bytes = await files.read(name)
    if (!bytes) return reply.callNotFound()
    return reply.headers({ ...headers, ...OPEN }).send(bytes)
  }
  for (const name of ['checkpoint', 'checkpoint.cosigned', 'vkey', 'policy', 'timestamp']) {
    app.get(`/log/${name}`, (_request, reply) => send(reply, `log/${name}`, TEXT))
    app.get<Later>(`/log/:nth/${name}`, (request, reply) => {
      const folder = folderOf(request.params.nth)
      return folder ? send(reply, `${folder}${name}`, TEXT) : reply.callNotFound()
    })
  }
  const sendStamp = (reply: FastifyReply, folder: string | undefined, name: string) => {
    if (!folder || !/^[1-9]\d{0,15}(\.tst)?$/.test(name)) return reply.callNotFound()
    return send(reply, `${folder}timestamps/${name}`, name.endsWith('.tst') ? WHOLE : TEXT)
  }
  app.get<Later>('/log/timestamps/:name', (request, reply) => sendStamp(reply, 'log/', request.params.name))
  app.get<Later>('/log/:nth/timestamps/:name', (request, reply) =>
    sendStamp(reply, folderOf(request.params.nth), request.params.name),
  )
  const sendTile = (reply: FastifyReply, folder: string | undefined, path: string) => {
    const tile = parseTilePath(path)
    if (!tile || !folder) return reply.callNotFound()
    return send(reply, `${folder}${path}`, tile.width === TILE_WIDTH ? WHOLE : PART)
  }
  app.get<Later>('/log/tile/*', (request, reply) => sendTile(reply, 'log/', `tile/${request.params['*']}`))
  app.get<Later>('/log/:nth/tile/*', (request, reply) =>
    sendTile(reply, folderOf(request.params.nth), `tile/${request.params['*']}`),
  )
}

/** A verifier in a page of somebody else may read it, too. */
const OPEN = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' }
