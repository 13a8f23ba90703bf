export { indexSearch, type Searchable, searchTextOf } from './index-search.ts'
export { disclosureJobs } from './jobs.ts'
export { type PlannedDisclosure, planDisclosure, publishSoon } from './plan-disclosure.ts'
export { type PublishReport, publishDue } from './publish-due.ts'
