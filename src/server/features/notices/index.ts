export { noticeJobs } from './jobs.ts'
export { markRead } from './read-notices.ts'
