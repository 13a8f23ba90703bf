import type { ByteRange } from '#server/blobs/blob-store.ts'

export type RangeHeaders = { readonly range?: string | undefined; readonly ifRange?: string | undefined }

export type WantedRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' }

const WHOLE: WantedRange = { kind: 'whole' }

/**
 * What a GET asks for (RFC 9110, 14.2): one range is answered in part; several ranges, other units, bad syntax and an
 * `If-Range` of another version get the whole, as the RFC allows.
 */
export function wantedRange(headers: RangeHeaders, size: number, etag: string): WantedRange {
  if (headers.range === undefined) return WHOLE
  if (headers.ifRange !== undefined && headers.ifRange !== etag) return WHOLE
  const match = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/.exec(headers.range)
  if (!match || (match[1] === '' && match[2] === '')) return WHOLE
  return boundsOf(match[1] ?? '', match[2] ?? '', size)
}

function boundsOf(first: string, last: string, size: number): WantedRange {
  if (first === '') return part(Math.max(0, size - Number(last)), size - 1, size)
  const start = Number(first)
  const end = last === '' ? size - 1 : Number(last)
  // A last position before the first one is bad syntax, not an empty range.
  return end < start && last !== '' ? WHOLE : part(start, Math.min(end, size - 1), size)
}

const part = (start: number, end: number, size: number): WantedRange =>
  start < size && start <= end ? { kind: 'part', range: { start, end } } : { kind: 'unsatisfiable' }
