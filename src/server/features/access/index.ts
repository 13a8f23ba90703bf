export { type ActiveGrant, activeGrantsOfRecording } from './active-grants.ts'
export { noteUse } from './note-use.ts'
export { groundToRead, groundToReadDocument, groundToWork, type Reading } from './read-ground.ts'
export { watermarkOf } from './watermark-of.ts'
