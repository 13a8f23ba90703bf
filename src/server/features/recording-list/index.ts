export { loadRecordingList } from './list-queries.ts'
