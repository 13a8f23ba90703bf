export { buildPackage } from './build-package.ts'
export { examineDossier } from './examine-dossier.ts'
