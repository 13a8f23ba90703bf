export { makeDerivative } from './make-derivative.ts'
export { type CaptureOffice, readCapture } from './read-capture.ts'
export { announceRecording, findKnown, insertRecording, type NewRecording } from './recordings-store.ts'
export { takeExhibit } from './take-exhibit.ts'
