import { type BagFinding, bagError, linesOf } from './bag-finding.ts'
import { readBagPath } from './bag-path.ts'

export type FetchList = { readonly paths: ReadonlySet<string>; readonly findings: readonly BagFinding[] }

/** Reads `fetch.txt` (RFC 8493 section 2.2.3). Nothing is ever fetched: a bag is judged by what is in it. */
export function parseFetchList(text: string, version: string): FetchList {
  const paths = new Set<string>()
  const findings: BagFinding[] = []
  for (const [index, line] of linesOf(text).entries()) {
    const read = readLine(line, version)
    if (typeof read === 'object') paths.add(read.path)
    else findings.push(bagError(read, 'fetch.txt', index + 1))
  }
  return { paths, findings }
}

function readLine(line: string, version: string): string | { readonly path: string } {
  const match = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/s.exec(line)
  if (!match) return '应是“网址 长度 路径”，长度不知道的写“-”。'
  const read = readBagPath(match[3] ?? '', version)
  if (!read.ok) return `${read.sentence}（${match[3]}）`
  return read.path.startsWith('data/') ? { path: read.path } : `“${read.path}”不在 data 之内。`
}
