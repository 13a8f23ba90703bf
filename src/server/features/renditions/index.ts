export { makeRendition } from './make-rendition.ts'
export { resumeRenditions } from './resume-renditions.ts'
export { hasMediaPrograms } from './run-media.ts'
