export { fontFolders } from './font-folders.ts'
export { type NumberSeries, nextNumber } from './next-number.ts'
export { openTypesetter, type TypesetDocument, type Typesetter, TypesettingError } from './typesetter.ts'
