export { makeDerivative } from './make-derivative.ts'
export { takeExhibit } from './take-exhibit.ts'
