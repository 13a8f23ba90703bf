import { LIMITS } from './limits.ts'
import { inputOf, type MediaRun, runMedia } from './run-media.ts'

export type Probe = {
  readonly durationMs: number | null
  readonly width: number | null
  readonly height: number | null
  readonly fps: number | null
  readonly videoCodec: string | null
  readonly pixelFormat: string | null
  readonly audioCodec: string | null
}

export type Source = Pick<MediaRun, 'sourceFd' | 'folder'> & { readonly mediaType: string; readonly demuxer: string }

/** Reads what a file says about itself; a sentence when it says nothing that can be believed. */
export async function readSource(source: Source): Promise<Probe | string> {
  const pieces: Buffer[] = []
  let size = 0
  const end = await runMedia({
    ...source,
    program: 'ffprobe',
    args: [...PROBED, ...inputOf(source.demuxer)],
    timeMs: LIMITS.probeMs,
    fileBytes: 0,
    onOutput: (bytes) => {
      size += bytes.length
      if (size <= LIMITS.probeOutputBytes) pieces.push(bytes)
    },
  })
  if (end.is === 'stopped') return '读取文件的说明用时太久，已经停止；原件完好保存。'
  if (end.is === 'failed' || size > LIMITS.probeOutputBytes)
    return '文件已经损坏，或者不是它看上去的格式，读不出内容；原件完好保存。'
  return judge(readProbe(Buffer.concat(pieces).toString('utf8')), source.mediaType)
}

const PROBED = ['-show_format', '-show_streams', '-of', 'json', '-probesize', '20M', '-analyzeduration', '20M']

function judge(read: Probe | undefined, mediaType: string): Probe | string {
  if (!read || (read.videoCodec === null && read.audioCodec === null)) return '文件里没有画面也没有声音；原件完好保存。'
  const excess = excessOf(read)
  if (excess !== undefined) return excess
  return mediaType.startsWith('image/') ? { ...read, durationMs: null, fps: null } : read
}

function excessOf({ width, height, durationMs }: Probe): string | undefined {
  if ((width ?? 0) * (height ?? 0) > LIMITS.pixels)
    return `画面有 ${width}×${height} 像素，超过可以处理的大小；原件完好保存。`
  if ((durationMs ?? 0) > LIMITS.durationMs) return '文件自称超过 24 小时，没有制作播放材料；原件完好保存。'
  return undefined
}

type Stream = Readonly<Record<string, unknown>> & { readonly disposition?: { readonly attached_pic?: number } }
type Said = { readonly streams?: readonly Stream[]; readonly format?: Readonly<Record<string, unknown>> }

/** What ffprobe printed, as far as it is what it should be. */
export function readProbe(text: string): Probe | undefined {
  const said = parsed(text)
  if (!said) return undefined
  const streams = said.streams ?? []
  // A cover inside a sound file is no video.
  const video = streams.find((one) => one.codec_type === 'video' && one.disposition?.attached_pic !== 1)
  const audio = streams.find((one) => one.codec_type === 'audio')
  return {
    durationMs: millis(said.format?.duration) ?? millis(video?.duration) ?? millis(audio?.duration),
    width: whole(video?.width),
    height: whole(video?.height),
    fps: rate(video?.avg_frame_rate),
    videoCodec: word(video?.codec_name),
    pixelFormat: word(video?.pix_fmt),
    audioCodec: word(audio?.codec_name),
  }
}

function parsed(text: string): Said | undefined {
  try {
    return JSON.parse(text) as Said
  } catch {
    return undefined
  }
}

const word = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) && value !== 'unknown' ? value : null

const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null

function millis(value: unknown): number | null {
  const seconds = Number(value)
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e9 ? Math.round(seconds * 1000) : null
}

/** `30000/1001` as 29.97. */
function rate(value: unknown): number | null {
  const [above, below] = String(value).split('/').map(Number)
  if (!above || !below || !Number.isFinite(above / below)) return null
  return Math.round((above / below) * 100) / 100
}
