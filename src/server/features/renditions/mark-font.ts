import { join } from 'node:path'
import { shippedFontFolders } from '#server/features/documents/index.ts'

const FILE = 'NotoSansSC_400Regular.ttf'

/** The font of watermarks; it comes with the product, so that Chinese names never become boxes. */
export function markFont(): string {
  const folder = shippedFontFolders().find((path) => path.includes('noto-sans-sc') && path.endsWith('400Regular'))
  if (!folder) throw new Error('the font of watermarks is not among the shipped ones')
  return join(folder, FILE)
}
