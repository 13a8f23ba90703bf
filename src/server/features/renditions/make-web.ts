import { join } from 'node:path'
import { LIMITS, wholeMs } from './limits.ts'
import type { WebPlan } from './plan-web.ts'
import type { Probe, Source } from './read-source.ts'
import { inputOf, runMedia } from './run-media.ts'

const MP4 = ['-map_metadata', '-1', '-movflags', '+faststart', '-max_muxing_queue_size', '2048', '-f', 'mp4']
const PICTURE = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '25',
  '-pix_fmt',
  'yuv420p',
  '-g',
  '50',
  '-threads',
  '2',
]
const SOUND = ['-c:a', 'aac', '-b:a', '96k', '-ac', '2']
/** At most 1280 wide, both sides even as the codec demands. */
const SCALE = ['-vf', "scale='trunc(min(1280,iw)/2)*2':-2"]

const WAYS: Readonly<Record<Exclude<WebPlan, 'original'>, readonly string[]>> = {
  repack: ['-map', '0:v:0', '-map', '0:a:0?', '-c', 'copy', ...MP4],
  encode: ['-map', '0:v:0', '-map', '0:a:0?', ...PICTURE, ...SCALE, ...SOUND, ...MP4],
  'encode-sound': ['-map', '0:a:0', '-vn', ...SOUND, ...MP4],
}

/** Makes the version that browsers play and search; answers its path, or a sentence why there is none. */
export async function makeWeb(
  source: Source,
  plan: Exclude<WebPlan, 'original'>,
  { durationMs }: Probe,
): Promise<{ readonly path: string } | string> {
  const name = 'web.mp4'
  const cap = ['-t', String(LIMITS.durationMs / 1000)]
  const end = await runMedia({
    ...source,
    program: 'ffmpeg',
    args: [...inputOf(source.demuxer), ...cap, ...WAYS[plan], name],
    timeMs: wholeMs(durationMs),
    fileBytes: LIMITS.webBytes,
  })
  if (end.is === 'done') return { path: join(source.folder, name) }
  if (end.is === 'stopped') return '制作网页版用时太久，已经停止；原件完好保存，可以下载后播放。'
  return '内容有损坏，网页版没有做成；原件完好保存，可以下载后播放。'
}
