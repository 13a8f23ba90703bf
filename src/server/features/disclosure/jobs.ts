import { PROCEDURES } from '#procedures/index.ts'
import type { Handlers } from '#server/jobs/tasks.ts'
import { publishDue } from './publish-due.ts'

export const disclosureJobs: Pick<Handlers, 'publish-due'> = {
  'publish-due': (ctx) => publishDue(ctx, PROCEDURES),
}
