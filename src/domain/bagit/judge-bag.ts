import { type BagFinding, bagError, bagWarning } from './bag-finding.ts'
import { type BagInfo, refuseOxum } from './bag-info.ts'
import type { FetchList } from './fetch-list.ts'
import type { BagAlgorithm, Manifest, ManifestEntry } from './manifest.ts'

/** A file as it lies in the folder. */
export type BagFile = { readonly path: string; readonly size: number }

/** All tag files of a bag, read. */
export type Bag = {
  readonly version: string
  readonly manifests: readonly Manifest[]
  readonly info: BagInfo
  readonly fetch: FetchList
}

export type DigestWanted = { readonly path: string; readonly algorithms: readonly BagAlgorithm[] }
export type DigestsFound = ReadonlyMap<string, Partial<Record<BagAlgorithm, string>>>

type Files = { find(path: string): BagFile | undefined }

/** Finds a file by its name, also where the other side composes its characters otherwise (é as one or two). */
export function filesByName(files: readonly BagFile[]): Files {
  const exact = new Map(files.map((file) => [file.path, file]))
  const composed = new Map(files.map((file) => [file.path.normalize('NFC'), file]))
  return { find: (path) => exact.get(path) ?? composed.get(path.normalize('NFC')) }
}

/** Is every file that is listed there, and every file that is there listed (RFC 8493 section 3)? */
export function judgeCompleteness(bag: Bag, files: readonly BagFile[]): BagFinding[] {
  const byName = filesByName(files)
  const payload = files.filter(({ path }) => path.startsWith('data/'))
  const bytes = payload.reduce((sum, { size }) => sum + size, 0)
  return [
    ...(bag.manifests.some(({ isTag }) => !isTag)
      ? []
      : [bagError('没有 manifest-….txt：应列出 data 里每个文件的摘要。')]),
    ...bag.manifests.flatMap((manifest) => missingOf(manifest, byName, bag.fetch)),
    ...unlisted(bag, payload),
    ...refuseOxum(bag.info, { bytes, files: payload.length }),
  ]
}

function missingOf(manifest: Manifest, files: Files, fetch: FetchList): BagFinding[] {
  return manifest.entries
    .filter(({ path }) => files.find(path) === undefined)
    .map((entry) => {
      const twin = twinOf(manifest, entry, files)
      const { path, line } = entry
      if (twin) return bagWarning(`没有“${path}”，只有同样内容、仅大小写不同的“${twin.path}”。`, manifest.file, line)
      const away = fetch.paths.has(path) ? '（fetch.txt 写明应另外取来，还没有取）' : ''
      return bagError(`列出的“${path}”不在包里${away}。`, manifest.file, line)
    })
}

/** On a system that does not tell cases apart both names were one file. */
function twinOf(manifest: Manifest, entry: ManifestEntry, files: Files): ManifestEntry | undefined {
  return manifest.entries.find(
    (other) =>
      other !== entry &&
      other.digest === entry.digest &&
      other.path.toLowerCase() === entry.path.toLowerCase() &&
      files.find(other.path) !== undefined,
  )
}

/** From 1.0 on every payload manifest lists every payload file; before, one of them was enough. */
function unlisted(bag: Bag, payload: readonly BagFile[]): BagFinding[] {
  const manifests = bag.manifests.filter(({ isTag }) => !isTag)
  const listed = manifests.map(({ file, entries }) => ({
    file,
    names: new Set(entries.map(({ path }) => path.normalize('NFC'))),
  }))
  return payload.flatMap(({ path }) => {
    const without = listed.filter(({ names }) => !names.has(path.normalize('NFC')))
    const isFound = bag.version === '1.0' ? without.length === 0 : without.length < listed.length
    if (isFound || listed.length === 0) return []
    return [bagError(`这个文件没有列在 ${without.map(({ file }) => file).join('、')} 里。`, path)]
  })
}

/** Which digests have to be computed, each file once. */
export function digestsWanted(bag: Bag, files: readonly BagFile[]): DigestWanted[] {
  const byName = filesByName(files)
  const wanted = new Map<string, Set<BagAlgorithm>>()
  for (const { algorithm, entries } of bag.manifests) {
    for (const { path } of entries) {
      const file = byName.find(path)
      if (file) wanted.set(file.path, (wanted.get(file.path) ?? new Set()).add(algorithm))
    }
  }
  return [...wanted].map(([path, algorithms]) => ({ path, algorithms: [...algorithms] }))
}

/** Does every file have the digest that its manifests say? */
export function judgeDigests(bag: Bag, files: readonly BagFile[], found: DigestsFound): BagFinding[] {
  const byName = filesByName(files)
  return bag.manifests.flatMap(({ file, algorithm, entries }) =>
    entries.flatMap(({ path, digest, line }) => {
      const there = byName.find(path)
      const is = there && found.get(there.path)?.[algorithm]
      if (is === undefined || is === digest) return []
      return [bagError(`“${path}”的 ${algorithm} 摘要不符：这里写 ${digest}，文件是 ${is}。`, file, line)]
    }),
  )
}
