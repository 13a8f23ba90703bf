import type { DossierSources, FileFacts } from './dossier-item.ts'

/** A picture is one page, a PDF has its own; sound, film and data have none. */
export function pagesOf(
  { mediaType, sha256 }: Pick<FileFacts, 'mediaType' | 'sha256'>,
  pdfPages: DossierSources['pdfPages'],
): number | undefined {
  if (mediaType.startsWith('image/')) return 1
  return mediaType === 'application/pdf' ? (pdfPages.get(sha256) ?? 1) : undefined
}
