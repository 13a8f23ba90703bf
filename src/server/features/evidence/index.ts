export { answerContent, type ContentRequest, type StoredContent } from './answer-content.ts'
export { contentHeaders } from './content-headers.ts'
export { removeExpiredUploads } from './remove-expired-uploads.ts'
export { type TakenUpload, takeFinishedUpload } from './take-finished-upload.ts'
