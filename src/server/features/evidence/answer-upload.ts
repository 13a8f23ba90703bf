import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { Server } from '@tus/server'
import type { Staging } from '#server/blobs/staging.ts'
import { problemOf, REFUSALS, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { RawExchange } from '#server/http/route.ts'
import { newId } from '#server/ids.ts'
import { beginUpload } from './begin-upload.ts'
import { UploadDataStore } from './upload-data-store.ts'
import { lockerOf, stagingOf } from './upload-memory.ts'
import { refusalByStatus, uploadRefusalOf } from './upload-problem.ts'
import { findOwnUpload } from './uploads-queries.ts'

export const UPLOADS_PATH = '/api/uploads'
/** 16 GiB: two hours of a recorder's video, with room. */
export const MAX_UPLOAD_BYTES = 16 * 1024 ** 3
/** How long an older request of the same upload may take to put down what it has. */
const DRAIN_MS = 500

type TusRequest = Parameters<Server['handleWeb']>[0]

/** Answers one request of the tus protocol; every refusal leaves as a problem with a sentence. */
export async function answerUpload(ctx: RequestContext, raw: RawExchange): Promise<void> {
  let refusal: Refused | undefined
  const server = tusServer(ctx, stagingOf(ctx.blobs), (error) => {
    refusal = uploadRefusalOf(error) ?? (raw.request.destroyed ? refusalByStatus(400) : undefined)
    if (!refusal) ctx.log.error({ err: error, requestId: ctx.requestId }, 'upload failed')
    refusal ??= refused('internal', '系统出了问题，已经记下；已收到的部分保留，请稍后继续上传。')
  })
  const answer = await server.handleWeb(tusRequest(raw))
  if (answer.status >= 400) refusal ??= refusalByStatus(answer.status) ?? refused('malformed-request')
  await send(raw.response, answer, refusal && JSON.stringify(problemOf(refusal, ctx.requestId)), refusal)
}

function tusServer(ctx: RequestContext, staging: Staging, onError: (error: unknown) => void): Server {
  return new Server({
    path: UPLOADS_PATH,
    datastore: new UploadDataStore(ctx, staging),
    locker: lockerOf(ctx.db),
    lockDrainTimeout: DRAIN_MS,
    relativeLocation: true,
    allowedOrigins: [],
    respectForwardedHeaders: false,
    disableTerminationForFinishedUploads: true,
    maxSize: MAX_UPLOAD_BYTES,
    namingFunction: () => newId(),
    async onIncomingRequest(request, id) {
      if (request.method !== 'POST') await requireOwn(ctx, id)
    },
    async onUploadCreate(_request, { id, size = -1, metadata }) {
      await beginUpload(ctx, { id, size, metadata })
      return {}
    },
    onResponseError(_request, error) {
      onError(error)
      return undefined
    },
  })
}

/** Before the lock: nobody may stop another person's upload by asking for it. */
async function requireOwn(ctx: RequestContext, id: string): Promise<void> {
  if (await findOwnUpload(ctx.db, id, ctx.actor.personId)) {
    ctx.audit({ subject: `upload:${id}` })
    return
  }
  throw new RefusedError(refused('not-found', '没有这次上传，或者它不是您的。'))
}

/** The host never matters: locations are relative and no header of a proxy is believed. */
function tusRequest({ request, response }: RawExchange): TusRequest {
  const hasBody = request.method === 'POST' || request.method === 'PATCH'
  const body = hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' as const } : {}
  const made = new Request(`http://localhost${request.url}`, {
    method: request.method ?? 'GET',
    headers: headersOf(request),
    ...body,
  })
  return Object.assign(made, {
    runtime: { name: 'node' as const, node: { req: request, res: response } },
  }) as TusRequest
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  return headers
}

async function send(
  response: ServerResponse,
  answer: Response,
  problem: string | undefined,
  refusal: Refused | undefined,
): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-store')
  if (!refusal || problem === undefined) {
    response.writeHead(answer.status).end(await answer.text())
    return
  }
  response.setHeader('content-type', 'application/problem+json; charset=utf-8')
  response.setHeader('content-length', Buffer.byteLength(problem))
  for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value)
  response.writeHead(REFUSALS[refusal.code].status).end(problem)
}
