export { drawSignedPaper } from './draw-signed-paper.ts'
export { signedLinesBy } from './signed-lines.ts'
