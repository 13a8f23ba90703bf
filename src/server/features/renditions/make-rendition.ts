import { open } from 'node:fs/promises'
import type { NewBlob } from '#server/blobs/blob-rows.ts'
import type { Context } from '#server/context.ts'
import { demuxerOf } from './demuxers.ts'
import { drawPoster, drawPreview, drawStrip } from './draw-pictures.ts'
import { makeWeb } from './make-web.ts'
import { planWeb } from './plan-web.ts'
import { type Probe, readSource, type Source } from './read-source.ts'
import { findWaiting, keepRendition, type Made } from './rendition-store.ts'
import { hasMediaPrograms } from './run-media.ts'
import { withSource } from './source-file.ts'
import { storeDerived } from './store-derived.ts'
import { readWaveform } from './waveform.ts'

export type RenditionContext = Pick<Context, 'db' | 'blobs' | 'clock' | 'log'>

const NO_PROGRAM = '服务器没有安装 ffmpeg，时长、封面和网页版没有制作；原件完好保存。安装以后会自动补做。'
const NOTHING_MADE: Made = { state: 'skipped', sentence: NO_PROGRAM, probe: {} }
const NO_READER = '认不出文件的格式，没有制作播放材料；原件完好保存，可以下载后用设备自带的程序打开。'

/** Makes what is played and shown in lists from one original. Whatever the original does, the job ends with a state and a sentence. */
export async function makeRendition(
  ctx: RenditionContext,
  sha256: string,
  hasPrograms: () => Promise<boolean> = hasMediaPrograms,
): Promise<Made['state'] | 'known'> {
  const mediaType = await findWaiting(ctx.db, sha256)
  if (mediaType === undefined) return 'known'
  const made = (await hasPrograms()) ? await make(ctx, sha256, mediaType) : NOTHING_MADE
  await keepRendition(ctx.db, sha256, made, ctx.clock.now().toISOString())
  return made.state
}

async function make(ctx: RenditionContext, sha256: string, mediaType: string): Promise<Made> {
  const demuxer = demuxerOf(mediaType)
  if (demuxer === undefined) return { state: 'failed', sentence: NO_READER, probe: {} }
  return withSource(ctx.blobs, sha256, async (opened) => {
    const source = { ...opened, mediaType, demuxer }
    const read = await readSource(source)
    if (typeof read === 'string') return unread(mediaType, read)
    return mediaType.startsWith('image/') ? ofPhoto(ctx, source, read) : ofRecording(ctx, source, sha256, read)
  })
}

/** Older versions of ffmpeg open no HEIC at all, and no words tell that from a broken one: it is tried again with the next version. */
const NO_HEIC =
  '这台服务器的 ffmpeg 打不开这张 HEIC 照片，没有制作预览；原件完好保存，可以下载后用手机或者看图软件打开。换 ffmpeg 7.1 以上的版本并重新启动以后，会自动再试；也可以在手机相机设置里改用 JPEG（兼容性最佳）。'

function unread(mediaType: string, sentence: string): Made {
  if (/^image\/hei[cf]/.test(mediaType)) return { state: 'skipped', sentence: NO_HEIC, probe: {} }
  return { state: 'failed', sentence, probe: {} }
}

async function ofPhoto(ctx: RenditionContext, source: Source, read: Probe): Promise<Made> {
  const poster = await kept(ctx, await drawPoster(source, read), 'image/jpeg')
  const web = await kept(ctx, await drawPreview(source), 'image/jpeg')
  if (poster && web) return { state: 'ready', sentence: null, probe: read, poster, web }
  return { state: 'failed', sentence: '照片已经损坏，预览没有做成；原件完好保存。', probe: read, poster }
}

async function ofRecording(ctx: RenditionContext, source: Source, sha256: string, read: Probe): Promise<Made> {
  const heard = read.audioCodec === null ? undefined : await readWaveform(source, read)
  const probe = { ...read, durationMs: read.durationMs ?? heard?.durationMs ?? null }
  const pictures = await picturesOf(ctx, source, probe)
  const parts = { probe, ...pictures, peaks: heard?.peaks }
  const broken = brokenSentence(probe, parts)
  if (broken !== undefined) return { state: 'failed', sentence: broken, ...parts }
  const plan = planWeb(source.mediaType, probe)
  if (plan === 'original') return { state: 'ready', sentence: null, web: sha256, ...parts }
  const made = await makeWeb(source, plan, probe)
  if (typeof made === 'string') return { state: 'failed', sentence: made, ...parts }
  const web = await kept(ctx, made.path, probe.videoCodec === null ? 'audio/mp4' : 'video/mp4')
  const strip = pictures.strip ?? (await stripOf(ctx, source, made.path, probe))
  return { state: 'ready', sentence: null, web, ...parts, strip }
}

/** Some containers (transport streams) cannot be searched exactly; what was made of them can. */
async function stripOf(
  ctx: RenditionContext,
  source: Source,
  path: string,
  probe: Probe,
): Promise<NewBlob | undefined> {
  if (probe.videoCodec === null) return undefined
  const web = await open(path, 'r')
  try {
    return await kept(ctx, await drawStrip({ ...source, demuxer: 'mov', sourceFd: web.fd }, probe), 'image/jpeg')
  } finally {
    await web.close()
  }
}

async function picturesOf(
  ctx: RenditionContext,
  source: Source,
  known: Probe,
): Promise<Pick<Made, 'poster' | 'strip'>> {
  if (known.videoCodec === null) return {}
  const poster = await kept(ctx, await drawPoster(source, known), 'image/jpeg')
  return { poster, strip: await kept(ctx, await drawStrip(source, known), 'image/jpeg') }
}

/** Without one frame or one sound there is nothing to play. */
function brokenSentence({ videoCodec }: Probe, { poster, peaks }: Pick<Made, 'poster' | 'peaks'>): string | undefined {
  if (videoCodec !== null && !poster) return '画面已经损坏，一帧也解不出来；原件完好保存，可以下载后再试。'
  return videoCodec === null && !peaks ? '声音已经损坏，解不出来；原件完好保存，可以下载后再试。' : undefined
}

async function kept(ctx: RenditionContext, path: string | undefined, mediaType: string): Promise<NewBlob | undefined> {
  if (path === undefined) return undefined
  return storeDerived(ctx.blobs, { path, mediaType, at: ctx.clock.now().toISOString() })
}
