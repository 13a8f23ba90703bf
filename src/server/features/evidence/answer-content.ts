import type { BlobStore } from '#server/blobs/blob-store.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { contentHeaders } from './content-headers.ts'
import { type RangeHeaders, wantedRange } from './content-range.ts'

export type StoredContent = {
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  readonly fileName: string
}

export type ContentRequest = RangeHeaders & { readonly ifNoneMatch?: string | undefined }

/** Answers a stored file, whole or in part; the caller has already decided who may see it. */
export function answerContent(blobs: BlobStore, content: StoredContent, asked: ContentRequest): StreamAnswer | Refused {
  const etag = `"${content.sha256}"`
  const headers = { ...contentHeaders(content.mediaType, content.fileName), etag }
  if (asked.ifNoneMatch === etag) return { status: 304, headers, body: '' }
  const wanted = wantedRange(asked, content.size, etag)
  if (wanted.kind === 'unsatisfiable') {
    const sentence = `文件只有 ${content.size} 字节，所要的范围在文件之外。`
    return refused('range-not-satisfiable', sentence, { headers: { 'content-range': `bytes */${content.size}` } })
  }
  if (wanted.kind === 'whole') {
    const length = { 'content-length': String(content.size) }
    return { headers: { ...headers, ...length }, body: blobs.openRange(content.sha256) }
  }
  const { start, end } = wanted.range
  const length = { 'content-length': String(end - start + 1), 'content-range': `bytes ${start}-${end}/${content.size}` }
  return { status: 206, headers: { ...headers, ...length }, body: blobs.openRange(content.sha256, wanted.range) }
}
