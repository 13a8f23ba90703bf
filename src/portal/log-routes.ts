import type { FastifyInstance, FastifyReply } from 'fastify'
import { parseTilePath, TILE_WIDTH } from '#domain/record-log/tile.ts'
import type { PortalContext } from './portal-context.ts'

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
/** Of one name and one width the bytes never change. */
const WHOLE = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' }
/** A part goes when its tile is whole; whoever misses it takes the whole one (C2SP tlog-tiles). */
const PART = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=3600' }

/** The record log as C2SP tlog-tiles below `/log/`; anybody may mirror it and recompute it. */
export function serveLog(app: FastifyInstance, { files }: Pick<PortalContext, 'files'>): void {
  const send = async (reply: FastifyReply, name: string, headers: Record<string, string>) => {
    const bytes = await files.read(name)
    if (!bytes) return reply.callNotFound()
    return reply.headers({ ...headers, ...OPEN }).send(bytes)
  }
  app.get('/log/checkpoint', (_request, reply) => send(reply, 'log/checkpoint', TEXT))
  app.get('/log/vkey', (_request, reply) => send(reply, 'log/vkey', TEXT))
  app.get<{ Params: { '*': string } }>('/log/tile/*', (request, reply) => {
    const path = `tile/${request.params['*']}`
    const tile = parseTilePath(path)
    if (!tile) return reply.callNotFound()
    return send(reply, `log/${path}`, tile.width === TILE_WIDTH ? WHOLE : PART)
  })
}

/** A verifier in a page of somebody else may read it, too. */
const OPEN = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' }
