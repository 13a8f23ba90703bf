import { isShownInline } from '#domain/evidence/inline-media.ts'

/** The browser's PDF viewer does not start in a sandboxed answer; scripts in a PDF never reach our origin. */
const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'self'; sandbox"

/** Headers that keep a stored file from being run, guessed at or cached for others; the media type is the sniffed one. */
export function contentHeaders(mediaType: string, fileName: string): Record<string, string> {
  const disposition = isShownInline(mediaType) ? 'inline' : 'attachment'
  return {
    'content-type': mediaType,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeFileName(fileName)}`,
    'content-security-policy': mediaType === 'application/pdf' ? PDF_POLICY : POLICY,
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
