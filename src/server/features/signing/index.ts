export { drawSignedPaper } from './draw-signed-paper.ts'
