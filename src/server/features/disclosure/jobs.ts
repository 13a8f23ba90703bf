import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import type { Handlers } from '#server/jobs/tasks.ts'
import { indexSearch } from './index-search.ts'
import { publishDue } from './publish-due.ts'
import { publishEntrustments } from './publish-entrustments.ts'
import { publishMonitors } from './publish-monitors.ts'
import { publishOfficers } from './publish-officers.ts'

export const disclosureJobs: Pick<Handlers, 'publish-due'> = {
  'publish-due': async (ctx: Context) => {
    const report = await publishDue(ctx, PROCEDURES)
    await publishOfficers(ctx.db)
    await publishEntrustments(ctx.db)
    await publishMonitors(ctx.db)
    await indexSearch(ctx.db)
    return report
  },
}
