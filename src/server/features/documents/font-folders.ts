import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
/** Faces of GB/T 9704 (仿宋, 楷, 黑) and of rare characters, as Debian installs them; used only where they are present. */
const DEBIAN_FOLDERS = [
  '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
  '/usr/share/texmf/fonts/opentype/public/fandol',
  '/usr/share/fonts/truetype/hanazono',
  '/usr/share/fonts/truetype/cns11643',
]
/** Only the weights the templates use: the whole packages hold 400 MB. */
const SHIPPED = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
  ['@expo-google-fonts/noto-sans-sc', '700Bold'],
] as const

/** Folders with the fonts to typeset with: the customer's own, Debian's where present, then those that come with the product. */
export function fontFolders(home: string): readonly string[] {
  const optional = [join(home, 'fonts'), ...DEBIAN_FOLDERS].filter((folder) => existsSync(folder))
  return [...optional, ...shippedFontFolders()]
}

/** Folders of the fonts that come with the product. */
export function shippedFontFolders(): readonly string[] {
  return SHIPPED.map(([name, weight]) => join(dirname(require.resolve(`${name}/package.json`)), weight))
}
