import { type BagFinding, bagError, linesOf } from './bag-finding.ts'

export type Declaration = {
  readonly version: string | undefined
  /** As written; tag files are read in it. */
  readonly encoding: string | undefined
  readonly findings: readonly BagFinding[]
}

/** Versions in use before the RFC, which differ in nothing that is judged here, and the RFC's own. */
const VERSIONS: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])
const FILE = 'bagit.txt'

/** Reads `bagit.txt` (RFC 8493 section 2.1.1): two lines, no byte order mark. */
export function parseDeclaration(text: string): Declaration {
  if (text.startsWith('\uFEFF')) return broken('开头有字节顺序标记（BOM），应当没有。', 1)
  const lines = linesOf(text)
  const version = valueAfter(lines[0], 'BagIt-Version')
  const encoding = valueAfter(lines[1], 'Tag-File-Character-Encoding')
  const findings = [
    ...(version === undefined ? [bagError('应写“BagIt-Version: 1.0”（冒号前没有空格，后面一个）。', FILE, 1)] : []),
    ...(encoding === undefined ? [bagError('应写“Tag-File-Character-Encoding: UTF-8”。', FILE, 2)] : []),
    ...(version === undefined || VERSIONS.has(version) ? [] : [bagError(unknownVersion(version), FILE, 1)]),
    ...(lines.length > 2 ? [bagError('只应有两行。', FILE, 3)] : []),
  ]
  return { version, encoding, findings }
}

const unknownVersion = (version: string) => `不认识的版本“${version}”，应为 0.93 至 0.97 或者 1.0。`

function broken(sentence: string, line: number): Declaration {
  return { version: undefined, encoding: undefined, findings: [bagError(sentence, FILE, line)] }
}

function valueAfter(line: string | undefined, label: string): string | undefined {
  const match = /^([A-Za-z-]+): (\S+)$/.exec(line ?? '')
  return match?.[1] === label ? match[2] : undefined
}
