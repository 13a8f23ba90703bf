import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isDecisionId } from './page-token.ts'
import type { PortalContext } from './portal-context.ts'
import { readProof } from './published-receipts.ts'

type Ask = { Params: { id: string } }

/** Receipt and original of a published decision, to be saved and given to the verifier. */
export function serveProofs(app: FastifyInstance, { db, files, log }: PortalContext): void {
  const find = (id: string) => (isDecisionId(id) ? readProof(db, id) : undefined)
  app.get<Ask>('/decisions/:id/receipt', async ({ params }, reply) => {
    const proof = await find(params.id)
    if (!proof) return reply.callNotFound()
    return save(reply, `${proof.name}.tlog-proof`).type('application/octet-stream').send(proof.receipt)
  })
  app.get<Ask>('/decisions/:id/document', async ({ params }, reply) => {
    const proof = await find(params.id)
    const bytes = proof?.fileSha256 ? await files.read(`decisions/${params.id.toLowerCase()}.pdf`) : undefined
    if (!proof || !bytes) return reply.callNotFound()
    if (hash('sha256', bytes, 'hex') !== proof.fileSha256) {
      log.error({ decision: params.id }, 'a public original was changed; it is not handed out')
      return reply.callNotFound()
    }
    return save(reply, `${proof.name}.pdf`).type('application/pdf').send(bytes)
  })
}

function save(reply: FastifyReply, name: string): FastifyReply {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return reply.headers({
    'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // A withdrawal must be seen within a minute.
    'cache-control': 'public, max-age=60',
  })
}
