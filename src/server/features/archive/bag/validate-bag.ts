import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BagFinding, bagError } from '#domain/bagit/bag-finding.ts'
import { parseBagInfo } from '#domain/bagit/bag-info.ts'
import { type Declaration, parseDeclaration } from '#domain/bagit/declaration.ts'
import { parseFetchList } from '#domain/bagit/fetch-list.ts'
import {
  type Bag,
  type BagFile,
  type DigestsFound,
  digestsWanted,
  judgeCompleteness,
  judgeDigests,
} from '#domain/bagit/judge-bag.ts'
import { manifestName, type ParsedManifest, parseManifest } from '#domain/bagit/manifest.ts'
import { decodeText, isKnownEncoding } from './decode-text.ts'
import { digestFile } from './digest-file.ts'
import { walkFolder } from './walk-folder.ts'

export type BagVerdict = {
  readonly isValid: boolean
  readonly version: string | undefined
  readonly files: number
  readonly bytes: number
  readonly findings: readonly BagFinding[]
  /** Every digest that was computed, by path. */
  readonly digests: DigestsFound
}

/** Half a million lines; the payload itself is never held in memory. */
const TAG_FILE_LIMIT = 64 * 1024 * 1024

/** Validates a bag of any version up to 1.0 in full: form, completeness, digests. Rejects when the folder cannot be read. */
export async function validateBag(folder: string): Promise<BagVerdict> {
  const { files, findings: strange } = await walkFolder(folder)
  const told = (
    version: string | undefined,
    findings: readonly BagFinding[],
    digests: DigestsFound = new Map(),
  ): BagVerdict => ({
    isValid: findings.every(({ level }) => level !== 'error'),
    version,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    findings,
    digests,
  })
  const large = files.filter(isLargeTagFile)
  if (large.length > 0)
    return told(
      undefined,
      large.map(({ path }) => bagError('太大，没有读取：最多 64 MiB。', path)),
    )
  const declaration = await readDeclaration(folder, files)
  const { version, encoding } = declaration
  if (declaration.findings.length > 0 || version === undefined || encoding === undefined) {
    return told(version, [...strange, ...declaration.findings])
  }
  if (!isKnownEncoding(encoding)) return told(version, [bagError(`不认识的字符编码“${encoding}”。`, 'bagit.txt', 2)])
  const read = await readBag({ folder, files, version, encoding })
  const found = await readDigests(folder, read.bag, files)
  const judged = [
    ...strange,
    ...(await refuseWithoutData(folder)),
    ...read.findings,
    ...judgeCompleteness(read.bag, files),
    ...judgeDigests(read.bag, files, found),
  ]
  return told(version, judged, found)
}

const isLargeTagFile = ({ path, size }: BagFile) => size > TAG_FILE_LIMIT && isReadWhole(path)

function isReadWhole(path: string): boolean {
  return ['bagit.txt', 'bag-info.txt', 'fetch.txt'].includes(path) || manifestName(path) !== undefined
}

async function readDeclaration(folder: string, files: readonly BagFile[]): Promise<Declaration> {
  if (!files.some(({ path }) => path === 'bagit.txt')) {
    const findings = [bagError('没有 bagit.txt，不是 BagIt 包。')]
    return { version: undefined, encoding: undefined, findings }
  }
  return parseDeclaration(await readFile(join(folder, 'bagit.txt'), 'utf8'))
}

type Reading = {
  readonly folder: string
  readonly files: readonly BagFile[]
  readonly version: string
  readonly encoding: string
}

async function readBag(reading: Reading): Promise<{ readonly bag: Bag; readonly findings: readonly BagFinding[] }> {
  const { files, version } = reading
  const broken: BagFinding[] = []
  const textOf = async (file: string) => {
    const text = files.some(({ path }) => path === file) ? await decodedFile(reading, file) : ''
    if (text === undefined) broken.push(bagError('不是 bagit.txt 写明的字符编码，读不出来。', file))
    return text ?? ''
  }
  const manifests: ParsedManifest[] = []
  for (const { path } of files) {
    const name = manifestName(path)
    if (name === undefined) continue
    if (name.algorithm === undefined) broken.push(bagError('不认识的摘要算法，没有办法核对。', path))
    else manifests.push(parseManifest(await textOf(path), { file: path, ...name, algorithm: name.algorithm }, version))
  }
  const info = parseBagInfo(await textOf('bag-info.txt'))
  const fetch = parseFetchList(await textOf('fetch.txt'), version)
  const bag = { version, manifests: manifests.map(({ manifest }) => manifest), info, fetch }
  const findings = [...broken, ...manifests.flatMap((each) => each.findings), ...info.findings, ...fetch.findings]
  return { bag, findings }
}

async function decodedFile({ folder, encoding }: Reading, file: string): Promise<string | undefined> {
  try {
    return decodeText(await readFile(join(folder, file)), encoding)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

async function refuseWithoutData(folder: string): Promise<BagFinding[]> {
  const data = await stat(join(folder, 'data')).catch(() => undefined)
  return data?.isDirectory() ? [] : [bagError('没有 data 文件夹。')]
}

async function readDigests(folder: string, bag: Bag, files: readonly BagFile[]): Promise<DigestsFound> {
  const found = new Map<string, Awaited<ReturnType<typeof digestFile>>>()
  for (const { path, algorithms } of digestsWanted(bag, files)) {
    found.set(path, await digestFile(join(folder, path), algorithms))
  }
  return found
}
