import { parse } from 'csv-parse/sync'
import { isFault, type LineFault, type ManifestLine, type RawLine, readLine } from './manifest-line.ts'

export const MANIFEST_NAMES = ['manifest.csv', 'manifest.json'] as const
const MOST_LINES = 20_000

/** Heads that are understood; Chinese for people, English for programs. */
const HEADS: Readonly<Record<string, string>> = {
  文件名: 'file',
  file: 'file',
  'SHA-256': 'sha256',
  sha256: 'sha256',
  字节数: 'size',
  size: 'size',
  设备编号: 'device',
  device: 'device',
  拍摄时间: 'capturedAt',
  capturedAt: 'capturedAt',
  执法证号: 'officer',
  officer: 'officer',
  地点: 'place',
  place: 'place',
  案号: 'case',
  case: 'case',
}
const NEEDED = { file: '文件名', sha256: 'SHA-256', device: '设备编号', capturedAt: '拍摄时间' } as const

export type Manifest = { readonly lines: readonly (ManifestLine | LineFault)[] }
/** The list as a whole cannot be read. */
export type ManifestFault = { readonly sentence: string }

/** Reads a list line by line; a line that is wrong does not spoil the others. */
export function readManifest(name: string, bytes: Buffer): Manifest | ManifestFault {
  const raw = name.endsWith('.json') ? readJson(bytes) : readCsv(bytes)
  if ('sentence' in raw) return raw
  if (raw.lines.length === 0) return { sentence: `清单 ${name} 里一行也没有。` }
  if (raw.lines.length > MOST_LINES) return { sentence: `清单 ${name} 超过 ${MOST_LINES} 行，请分成几份。` }
  return { lines: withoutRepeats(raw.lines.map(readLine)) }
}

type Raw = { readonly lines: readonly RawLine[] } | ManifestFault

function readCsv(bytes: Buffer): Raw {
  const rows = csvRows(bytes)
  if (rows === undefined) return { sentence: 'manifest.csv 不是 UTF-8 的 CSV；请用逗号分隔，第一行写列名。' }
  const heads = (rows[0] ?? []).map((head) => HEADS[head.trim()] ?? '')
  const missing = Object.entries(NEEDED).filter(([name]) => !heads.includes(name))
  if (missing.length > 0)
    return { sentence: `manifest.csv 缺少这些列：${missing.map(([, title]) => title).join('、')}。` }
  const lines = rows.slice(1).map((cells, index) => ({
    line: index + 2,
    values: Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ''])),
  }))
  return { lines }
}

function csvRows(bytes: Buffer): string[][] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][]
  } catch {
    return undefined
  }
}

function readJson(bytes: Buffer): Raw {
  const list = parsedList(bytes)
  if (list === undefined) return { sentence: 'manifest.json 应当是一个数组，或者 {"recordings": [ … ]}，UTF-8。' }
  return { lines: list.map((item, index) => ({ line: index + 1, values: textsOf(item) })) }
}

function parsedList(bytes: Buffer): readonly unknown[] | undefined {
  try {
    const json = JSON.parse(bytes.toString('utf8')) as unknown
    const list = Array.isArray(json) ? json : (json as { recordings?: unknown } | null)?.recordings
    return Array.isArray(list) ? list : undefined
  } catch {
    return undefined
  }
}

function textsOf(item: unknown): Record<string, string> {
  if (typeof item !== 'object' || item === null) return {}
  const known = Object.entries(item).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(known.map(([head, value]) => [HEADS[head] ?? '', String(value)]))
}

/** Two lines about one file or one content are one mistake: the first stands. */
function withoutRepeats(lines: readonly (ManifestLine | LineFault)[]): readonly (ManifestLine | LineFault)[] {
  const seen = new Map<string, number>()
  return lines.map((read) => {
    if (isFault(read)) return read
    const first = seen.get(`file ${read.file}`) ?? seen.get(`sha256 ${read.sha256}`)
    if (first !== undefined)
      return { line: read.line, file: read.file, sentence: `与第 ${first} 行重复，只按第 ${first} 行接收。` }
    seen.set(`file ${read.file}`, read.line).set(`sha256 ${read.sha256}`, read.line)
    return read
  })
}
