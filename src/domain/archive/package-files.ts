import { BAGIT_TXT, type DigestLine, writeManifest } from '../bagit/write-bag.ts'
import { canonicalJson } from '../record-log/canonical-json.ts'
import type { Inventory } from './inventory.ts'
import { inventoryText } from './inventory.ts'
import { PACKAGE_FILES } from './item-path.ts'
import { packageMetadata } from './package-metadata.ts'
import { packageGuide, packageInfo } from './package-texts.ts'

export type TextFile = { readonly path: string; readonly text: string }

/** Files of a package that follow from its inventory alone, so that they can be drawn again and compared. */
export function drawnFiles(inventory: Inventory): readonly TextFile[] {
  return [
    { path: PACKAGE_FILES.inventory, text: inventoryText(inventory) },
    { path: PACKAGE_FILES.metadata, text: packageMetadata(inventory) },
    { path: PACKAGE_FILES.guide, text: packageGuide(inventory) },
    { path: PACKAGE_FILES.report, text: canonicalJson(inventory.test) },
  ]
}

export type Listed = { readonly path: string; readonly size: number; readonly sha256: string; readonly sm3: string }

/** Both manifests of the payload and what else lies beside it; the tag manifests follow from these. */
export function tagFiles(inventory: Inventory, payload: readonly Listed[]): readonly TextFile[] {
  const bytes = payload.reduce((sum, { size }) => sum + size, 0)
  return [
    { path: 'bagit.txt', text: BAGIT_TXT },
    { path: 'bag-info.txt', text: packageInfo(inventory, { bytes, files: payload.length }) },
    ...manifests('manifest', payload),
  ]
}

export const tagManifests = (tags: readonly Listed[]): readonly TextFile[] => manifests('tagmanifest', tags)

function manifests(name: string, files: readonly Listed[]): TextFile[] {
  const lines = (of: (file: Listed) => string): DigestLine[] =>
    files.map((file) => ({ path: file.path, digest: of(file) }))
  return [
    { path: `${name}-sha256.txt`, text: writeManifest(lines(({ sha256 }) => sha256)) },
    { path: `${name}-sm3.txt`, text: writeManifest(lines(({ sm3 }) => sm3)) },
  ]
}
