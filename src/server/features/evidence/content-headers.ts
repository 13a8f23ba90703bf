import { isShownInline } from '#domain/evidence/inline-media.ts'

/** In a sandbox of its own origin nothing of a file can reach the desk; the browser's PDF viewer and players still work. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'self'; sandbox"

/** Headers that keep a stored file from being run, guessed at or cached for others; the media type is the sniffed one. */
export function contentHeaders(mediaType: string, fileName: string): Record<string, string> {
  const disposition = isShownInline(mediaType) ? 'inline' : 'attachment'
  return {
    'content-type': mediaType,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeFileName(fileName)}`,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
  }
}

/** RFC 8187: what encodeURIComponent leaves alone but the grammar does not allow is encoded as well. */
const encodeFileName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
