import { type BagFinding, bagError, bagWarning, linesOf } from './bag-finding.ts'
import { readBagPath } from './bag-path.ts'

/** Length of each algorithm's digest in hexadecimal digits. */
export const DIGEST_LENGTHS = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
  sm3: 64,
} as const
export type BagAlgorithm = keyof typeof DIGEST_LENGTHS

export type ManifestEntry = { readonly path: string; readonly digest: string; readonly line: number }

export type Manifest = {
  readonly file: string
  readonly algorithm: BagAlgorithm
  readonly isTag: boolean
  readonly entries: readonly ManifestEntry[]
}

export type ParsedManifest = { readonly manifest: Manifest; readonly findings: readonly BagFinding[] }

const NAME = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/

/** Whether a name at the top of a bag is that of a manifest, and of what. */
export function manifestName(
  file: string,
): { readonly algorithm: BagAlgorithm | undefined; readonly isTag: boolean } | undefined {
  const match = NAME.exec(file)
  if (!match) return undefined
  const name = (match[2] ?? '').toLowerCase().replace('-', '')
  return { algorithm: name in DIGEST_LENGTHS ? (name as BagAlgorithm) : undefined, isTag: match[1] !== undefined }
}

type Kind = { readonly file: string; readonly algorithm: BagAlgorithm; readonly isTag: boolean }

/** Reads a manifest line by line; a line that cannot be read is a finding and no entry. */
export function parseManifest(text: string, kind: Kind, version: string): ParsedManifest {
  const findings: BagFinding[] = []
  const entries: ManifestEntry[] = []
  for (const [index, line] of linesOf(text).entries()) {
    const read = readLine(line, kind, version)
    const at = index + 1
    if ('entry' in read) entries.push({ ...read.entry, line: at })
    findings.push(...read.told.map((told) => ({ ...told, file: kind.file, line: at })))
  }
  return { manifest: { ...kind, entries }, findings: [...findings, ...doubles(kind.file, entries, version)] }
}

type Read =
  | { readonly entry: Omit<ManifestEntry, 'line'>; readonly told: BagFinding[] }
  | { readonly told: BagFinding[] }

function readLine(line: string, kind: Kind, version: string): Read {
  const match = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/s.exec(line)
  if (!match) return { told: [bagError('应是“摘要 路径”，中间空格。')] }
  const [, digest = '', star, written = ''] = match
  if (digest.length !== DIGEST_LENGTHS[kind.algorithm]) return { told: [bagError(wrongLength(kind.algorithm, digest))] }
  const read = readBagPath(written, version)
  if (!read.ok) return { told: [bagError(`${read.sentence}（${written}）`)] }
  const misplaced = refusePlace(read.path, kind.isTag)
  if (misplaced !== undefined) return { told: [bagError(misplaced)] }
  const told = [
    ...(star ? [bagWarning('路径前有“*”，是 md5sum 一类工具的写法，不合标准。')] : []),
    ...(read.isRelative ? [bagWarning('路径以“./”开头，应直接写包内的路径。')] : []),
  ]
  return { entry: { path: read.path, digest: digest.toLowerCase() }, told }
}

const wrongLength = (algorithm: BagAlgorithm, digest: string) =>
  `${algorithm} 摘要应有 ${DIGEST_LENGTHS[algorithm]} 个十六进制字符，这里有 ${digest.length} 个。`

function refusePlace(path: string, isTag: boolean): string | undefined {
  const isPayload = path.startsWith('data/')
  if (isTag && isPayload) return `“${path}”在 data 之内，应列在 manifest 里，不在 tagmanifest 里。`
  if (isTag && manifestName(path)?.isTag) return `“${path}”本身是 tagmanifest，不应再列。`
  return isTag || isPayload ? undefined : `“${path}”不在 data 之内，manifest 只列 data 里的文件。`
}

/** A name twice; from 1.0 on that is forbidden, before it was when the digests differ. */
function doubles(file: string, entries: readonly ManifestEntry[], version: string): BagFinding[] {
  const seen = new Map<string, ManifestEntry>()
  return entries.flatMap((entry) => {
    const key = entry.path.normalize('NFC').toLowerCase()
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, entry)
      return []
    }
    return [{ ...doubled(first, entry, version), file, line: entry.line }]
  })
}

function doubled(first: ManifestEntry, entry: ManifestEntry, version: string): BagFinding {
  const where = `第 ${first.line} 行`
  if (entry.path !== first.path) {
    return bagWarning(`“${entry.path}”和${where}的“${first.path}”只有大小写或者字符组成不同，有的系统分不开。`)
  }
  if (entry.digest !== first.digest) return bagError(`“${entry.path}”在${where}已列过，两处的摘要不同。`)
  const sentence = `“${entry.path}”在${where}已列过。`
  return version === '1.0' ? bagError(sentence) : bagWarning(sentence)
}
