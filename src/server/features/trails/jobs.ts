import type { Handlers } from '#server/jobs/tasks.ts'
import { makeTrail } from './make-trail.ts'

export const trailJobs: Pick<Handlers, 'make-trail'> = {
  'make-trail': (ctx, { trailId }) => makeTrail(ctx, trailId),
}
