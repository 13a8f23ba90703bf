import { writeBagPath } from './bag-path.ts'

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export type DigestLine = { readonly path: string; readonly digest: string }

/** A manifest in the one form in which the house writes it: by path, two spaces, LF. */
export function writeManifest(lines: readonly DigestLine[]): string {
  const sorted = [...lines].sort((a, b) => (a.path < b.path ? -1 : 1))
  return sorted.map(({ path, digest }) => `${digest}  ${writeBagPath(path)}\n`).join('')
}

/** `bag-info.txt`, each label once, in the given order; line ends in a value become spaces. */
export function writeBagInfo(tags: readonly (readonly [label: string, value: string])[]): string {
  return tags.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('')
}
