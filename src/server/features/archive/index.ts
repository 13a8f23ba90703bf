export { buildPackage } from './build-package.ts'
export { examineDossier } from './examine-dossier.ts'
export { tarStream } from './tar-stream.ts'
