import type { FastifyInstance } from 'fastify'
import { parseJsonBody } from './json-body.ts'

/** JSON is the only body that is read; an upload's bytes are left in the socket for the upload protocol. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest('bodyText', '')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, payload, done) => {
    const text = String(payload)
    request.bodyText = text
    if (text === '') return done(null, undefined)
    try {
      done(null, parseJsonBody(text))
    } catch (error) {
      done(error as Error)
    }
  })
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
}
