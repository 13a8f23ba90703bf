import type { Handlers } from '#server/jobs/tasks.ts'
import { tellDue } from './tell-due.ts'
import { tellEvents } from './tell-events.ts'

export const noticeJobs: Pick<Handlers, 'tell-notices' | 'tell-due'> = {
  'tell-notices': tellEvents,
  'tell-due': (ctx) => tellDue(ctx),
}
