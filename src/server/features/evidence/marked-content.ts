import { markPdf } from '#server/features/documents/index.ts'
import { followRecipe, readDerived } from '#server/features/renditions/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import type { StoredContent } from './answer-content.ts'
import { contentHeaders } from './content-headers.ts'

const PDF = 'application/pdf'

/** Kinds that have a surface on which a name can stand. */
export const isMarkable = (mediaType: string): boolean => mediaType === PDF || mediaType.startsWith('image/')

/** The file with a line across each of its pictures or pages; what cannot be marked is not given out unmarked. */
export async function markedContent(
  ctx: RequestContext,
  file: StoredContent,
  line: string,
): Promise<StreamAnswer | Refused> {
  const marked = file.mediaType === PDF ? await markedPdf(ctx, file, line) : await markedPicture(ctx, file, line)
  if (typeof marked === 'string') return refused('conflict', `${marked}凭调阅只看带水印的；请承办人员提供。`)
  const { mediaType, bytes } = marked
  const headers = { ...contentHeaders(mediaType, file.fileName), 'content-length': String(bytes.length) }
  return { headers: { ...headers, 'accept-ranges': 'none', 'cache-control': 'no-store' }, body: bytes }
}

type Marked = { readonly mediaType: string; readonly bytes: Buffer }

async function markedPicture(ctx: RequestContext, { sha256, mediaType }: StoredContent, line: string) {
  const parent = { sha256, mediaType, medium: 'photo', durationMs: null } as const
  const recipe = { kind: 'watermark', lines: [line], viewing: '' } as const
  const followed = await followRecipe<Marked>(ctx, parent, recipe, async (path, made) => ({
    mediaType: made,
    bytes: await readDerived(path),
  }))
  return followed.is === 'made' ? followed.made : '这张照片加不上水印。'
}

/** A paper longer than this is no evidence but a library. */
const LARGEST_PDF = 200 * 1024 * 1024

async function markedPdf(ctx: RequestContext, { sha256, size }: StoredContent, line: string): Promise<Marked | string> {
  if (size > LARGEST_PDF) return '这份 PDF 太大，加不上水印。'
  const pieces: Buffer[] = []
  for await (const piece of ctx.blobs.openRange(sha256)) pieces.push(piece as Buffer)
  const bytes = await markPdf(Buffer.concat(pieces), line)
  return bytes ? { mediaType: PDF, bytes } : '这份 PDF 加了密或者有损坏，加不上水印。'
}
