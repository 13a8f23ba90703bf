import { answerContent, type ContentRequest, type StoredContent } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { findCopy } from './copies.ts'
import { findBlob, findDerivedFile } from './derivatives-queries.ts'
import { openViewing } from './open-viewing.ts'
import type { OpenViewing } from './viewings-store.ts'

export const VIEWING_PARTS = ['content', 'web', 'poster', 'strip', 'waveform'] as const
export type ViewingPart = (typeof VIEWING_PARTS)[number]

/** One part of what an open viewing shows, by range. The viewing itself is the record of it; ranges leave none. */
export async function streamViewing(
  ctx: RequestContext,
  id: string,
  part: ViewingPart,
  asked: ContentRequest,
): Promise<StreamAnswer | Refused> {
  const viewing = await openViewing(ctx, id)
  if (isRefused(viewing)) return viewing
  if (viewing.purpose !== 'play') return part === 'content' ? streamCopy(ctx, viewing, asked) : onlyCopy()
  if (part === 'waveform') return answerWaveform(viewing)
  const file = await fileOf(ctx, viewing, part)
  return file ? answerFile(ctx, file, asked) : notFound(`${PART_TITLES[part]}（这份记录没有做出${PART_TITLES[part]}）`)
}

/** A clip or a covered version of the recording that is being viewed. */
export async function streamDerivative(
  ctx: RequestContext,
  id: string,
  derivativeId: string,
  asked: ContentRequest,
): Promise<StreamAnswer | Refused> {
  const viewing = await openViewing(ctx, id)
  if (isRefused(viewing)) return viewing
  if (viewing.purpose !== 'play') return onlyCopy()
  const file = await findDerivedFile(ctx.db, derivativeId, viewing.recordingId)
  return file ? answerFile(ctx, file, asked) : notFound('副本')
}

const PART_TITLES = { content: '原件', web: '网页版', poster: '封面', strip: '缩略图条' } as const

const onlyCopy = (): Refused => refused('not-found', '下载只给带水印的副本；要播放，请打开这份音像记录。')

async function fileOf(
  { db }: RequestContext,
  viewing: OpenViewing,
  part: keyof typeof PART_TITLES,
): Promise<StoredContent | undefined> {
  const { fileName, sha256, size, mediaType, posterSha256, stripSha256, webSha256 } = viewing
  if (part === 'content') return { fileName, sha256, size, mediaType }
  const made = { web: webSha256, poster: posterSha256, strip: stripSha256 }[part]
  return made === null ? undefined : findBlob(db, made, fileName)
}

/** Nothing of a recording stays on the machine of whoever looked at it. */
function answerFile({ blobs }: RequestContext, file: StoredContent, asked: ContentRequest): StreamAnswer | Refused {
  const answer = answerContent(blobs, file, asked)
  return isRefused(answer)
    ? answer
    : { ...answer, headers: { ...answer.headers, 'cache-control': 'private, no-store' } }
}

function answerWaveform({ waveform }: OpenViewing): StreamAnswer | Refused {
  if (waveform === null) return notFound('波形（这份记录没有做出波形）')
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }
  return { headers, body: JSON.stringify(waveform) }
}

/** The copy with the viewer's name over it; it is made behind the request, and until then there is nothing to take. */
async function streamCopy(ctx: RequestContext, viewing: OpenViewing, asked: ContentRequest) {
  const copy = await findCopy(ctx.db, viewing)
  if (copy?.state === 'ready' && copy.file) {
    const answer = answerFile(ctx, copy.file, asked)
    if (isRefused(answer)) return answer
    const disposition = answer.headers['content-disposition']?.replace(/^inline/, 'attachment') ?? 'attachment'
    return { ...answer, headers: { ...answer.headers, 'content-disposition': disposition } }
  }
  if (copy?.state === 'failed') return refused('conflict', copy.sentence ?? '水印没有加成。')
  return refused('conflict', '正在加水印，请稍后再取；长的录像要几分钟。')
}
