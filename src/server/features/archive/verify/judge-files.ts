import { join } from 'node:path'
import { type Inventory, type Kept, keptFiles } from '#domain/archive/inventory.ts'
import { PACKAGE_FILES, VOLUME_FILES } from '#domain/archive/item-path.ts'
import { drawnFiles, type Listed, type TextFile, tagFiles, tagManifests } from '#domain/archive/package-files.ts'
import type { FoundFile } from '#domain/archive/property-view.ts'
import type { BagFile, DigestsFound } from '#domain/bagit/judge-bag.ts'
import { digestFile } from '../bag/digest-file.ts'
import { walkFolder } from '../bag/walk-folder.ts'
import { lookIntoFile } from '../look-into-file.ts'
import { judgeVolume } from './judge-volume.ts'
import type { PackageFolder } from './package-folder.ts'

export type FilesJudged = {
  /** Each names its file. */
  readonly problems: readonly string[]
  /** By the SHA-256 of the inventory. */
  readonly found: ReadonlyMap<string, FoundFile>
}

/** Beyond what the manifests say of themselves: files against the inventory, and every file of the house against what it should be. */
export async function judgeFiles(
  from: PackageFolder,
  inventory: Inventory,
  digests: DigestsFound,
): Promise<FilesJudged> {
  const { files } = await walkFolder(from.folder)
  const found = await lookInto(from, inventory, digests)
  const payload = listedPayload(files, digests)
  const tags = tagFiles(inventory, payload)
  const last = tagManifests(await listedTags(from, files))
  const written = [...drawnFiles(inventory), ...tags, ...last]
  return {
    problems: [
      ...(await differing(from, written)),
      ...keptFiles(inventory).flatMap((file) => refuseKept(file, found)),
      ...strangers(files, inventory),
      ...(await judgeVolume(from, inventory, digests)),
    ],
    found,
  }
}

async function lookInto(
  from: PackageFolder,
  inventory: Inventory,
  digests: DigestsFound,
): Promise<Map<string, FoundFile>> {
  const found = new Map<string, FoundFile>()
  for (const file of keptFiles(inventory)) {
    const { sha256, sm3 } = digests.get(file.path) ?? {}
    if (sha256 === undefined) found.set(file.sha256, { soundness: 'missing' })
    else if (sha256 !== file.sha256 || sm3 !== file.sm3) found.set(file.sha256, { soundness: 'altered' })
    else found.set(file.sha256, { soundness: 'sound', ...(await look(from, file)) })
  }
  return found
}

const look = (from: PackageFolder, file: Kept) =>
  lookIntoFile({ ...file, open: (range) => from.open(file.path, range) })

function refuseKept({ path, sha256 }: Kept, found: ReadonlyMap<string, FoundFile>): string[] {
  const soundness = found.get(sha256)?.soundness
  if (soundness === 'sound') return []
  return [`${path}：${soundness === 'missing' ? '不在包里，或者没有列进清单。' : '与封存清单里的摘要不符，被改动过。'}`]
}

/** Byte for byte: what the house writes has one form only. */
async function differing(from: PackageFolder, written: readonly TextFile[]): Promise<string[]> {
  const problems: string[] = []
  for (const { path, text } of written) {
    if ((await from.text(path)) !== text) problems.push(`${path}：与封存清单推算出的内容不同，被改动过。`)
  }
  return problems
}

function listedPayload(files: readonly BagFile[], digests: DigestsFound): Listed[] {
  return files
    .filter(({ path }) => path.startsWith('data/'))
    .map(({ path, size }) => ({ path, size, sha256: '', sm3: '', ...digests.get(path) }))
}

/** Tag files other than the tag manifests, as they lie there. */
async function listedTags(from: PackageFolder, files: readonly BagFile[]): Promise<Listed[]> {
  const tags = files.filter(({ path }) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'))
  return Promise.all(
    tags.map(async ({ path, size }) => {
      const { sha256 = '', sm3 = '' } = await digestFile(join(from.folder, path), ['sha256', 'sm3'])
      return { path, size, sha256, sm3 }
    }),
  )
}

const TAGS: ReadonlySet<string> = new Set([
  ...['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'manifest-sm3.txt'],
  ...['tagmanifest-sha256.txt', 'tagmanifest-sm3.txt'],
])
const RECEIPTS =
  /^data\/(events\/\d{5}\.json|receipts\/(event-\d{5}|document-\d{3}|recording-\d{3})\.(tlog-proof|json))$/

/** Nothing else may lie in a package: who unpacks it must be able to trust each file. */
function strangers(files: readonly BagFile[], inventory: Inventory): string[] {
  const known = new Set([
    ...TAGS,
    ...Object.values(PACKAGE_FILES),
    ...Object.values(VOLUME_FILES),
    ...keptFiles(inventory).map(({ path }) => path),
  ])
  const strange = files.filter(({ path }) => !known.has(path) && !RECEIPTS.test(path))
  const beyond = files.filter(
    ({ path }) => Number(/^data\/events\/(\d{5})/.exec(path)?.[1] ?? 0) > inventory.events + 1,
  )
  return [...strange, ...beyond].map(({ path }) => `${path}：不属于这个归档包。`)
}
