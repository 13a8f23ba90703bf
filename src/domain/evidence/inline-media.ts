/** Kinds that a browser shows or plays without running anything of theirs; HTML and SVG are not among them and never will be. */
const INLINE = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/wav',
  'audio/flac',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'video/3gpp',
  'application/pdf',
])

/** Whether a file of this sniffed kind may be shown in place; everything else is a download. */
export function isShownInline(mediaType: string): boolean {
  return INLINE.has(mediaType)
}
