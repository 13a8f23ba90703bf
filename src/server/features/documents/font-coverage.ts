import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

type Range = readonly [first: number, last: number]
export type FontCoverage = { readonly has: (codePoint: number) => boolean }

/** Which characters at least one font of the folders can draw, read from the fonts' cmap tables (OpenType, formats 4 and 12). */
export function readFontCoverage(folders: readonly string[]): FontCoverage {
  const files = folders.flatMap((folder) => fontFiles(folder))
  const ranges = mergeRanges(files.flatMap((file) => readRanges(file)))
  return { has: (codePoint) => isWithin(ranges, codePoint) }
}

/** Characters of a text that no font can draw and that would be printed as boxes, each once. */
export function missingCharacters(coverage: FontCoverage, text: string): readonly string[] {
  const drawn = [...new Set(text)].filter((character) => !/[\p{Cc}\p{Cf}\p{Zs}\p{Variation_Selector}]/u.test(character))
  return drawn.filter((character) => !coverage.has(character.codePointAt(0) ?? 0))
}

function fontFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name)).map((name) => join(folder, name))
}

function readRanges(file: string): readonly Range[] {
  const descriptor = openSync(file, 'r')
  const read = (offset: number, length: number): Buffer => {
    const buffer = Buffer.alloc(length)
    const count = readSync(descriptor, buffer, 0, length, offset)
    return buffer.subarray(0, count)
  }
  try {
    const start = read(0, 4).toString('latin1') === 'ttcf' ? read(12, 4).readUInt32BE() : 0
    const tables = read(start + 12, 16 * read(start + 4, 2).readUInt16BE())
    const entry = tables.indexOf('cmap', 0, 'latin1')
    if (entry < 0) return []
    return cmapRanges(read(tables.readUInt32BE(entry + 8), tables.readUInt32BE(entry + 12)))
  } finally {
    closeSync(descriptor)
  }
}

function cmapRanges(cmap: Buffer): readonly Range[] {
  const ranges: Range[] = []
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 12) ranges.push(...format12(table))
    if (format === 4) ranges.push(...format4(table))
  }
  return ranges
}

function format12(table: Buffer): readonly Range[] {
  const count = table.readUInt32BE(12)
  return Array.from({ length: count }, (_, index): Range => {
    const at = 16 + index * 12
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)]
  })
}

// Segments only: a code inside a segment that maps to glyph 0 would count as covered; the CJK fonts have format 12 beside it.
function format4(table: Buffer): readonly Range[] {
  const bytes = table.readUInt16BE(6)
  return Array.from({ length: bytes / 2 }, (_, index): Range => {
    const last = table.readUInt16BE(14 + index * 2)
    return [table.readUInt16BE(16 + bytes + index * 2), last === 0xffff ? 0xfffe : last]
  })
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = []
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1)
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else merged.push([first, last])
  }
  return merged
}

function isWithin(ranges: readonly Range[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle] ?? [0, -1]
    if (codePoint < first) high = middle - 1
    else if (codePoint > last) low = middle + 1
    else return true
  }
  return false
}
