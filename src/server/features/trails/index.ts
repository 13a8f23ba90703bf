export { trailJobs } from './jobs.ts'
