import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { LIMITS } from './limits.ts'
import type { Probe, Source } from './read-source.ts'
import { inputOf, runMedia } from './run-media.ts'

const JPEG = ['-map_metadata', '-1', '-an', '-frames:v', '1', '-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '5']
const FILE = ['-f', 'image2', '-update', '1', '-y']
const FRAMES = 10
const [FRAME_WIDTH, FRAME_HEIGHT] = [160, 90]

const within = (side: number): string =>
  `scale=w='min(${side},iw)':h='min(${side},ih)':force_original_aspect_ratio=decrease`

/** The small picture of lists, 320 pixels at most, from a little after the beginning. */
export async function drawPoster(source: Source, { durationMs }: Probe): Promise<string | undefined> {
  const early = Math.min((durationMs ?? 0) / 10_000, 30)
  return (await drawAt(source, early, 320, 'poster.jpg')) ?? (await drawAt(source, 0, 320, 'poster.jpg'))
}

/** A photo for the screen, 1600 pixels at most, without what the camera wrote beside it (place, device, time). */
export const drawPreview = (source: Source): Promise<string | undefined> => drawAt(source, 0, 1600, 'preview.jpg')

async function drawAt(source: Source, seconds: number, side: number, name: string): Promise<string | undefined> {
  const from = seconds > 0 ? ['-ss', seconds.toFixed(3)] : []
  return draw(source, [...inputOf(source.demuxer, ...from), '-map', '0:v:0', '-vf', within(side)], name)
}

/** Ten frames, evenly over the recording, side by side; undefined when there are not ten. */
export async function drawStrip(source: Source, { durationMs }: Probe): Promise<string | undefined> {
  if (durationMs === null) return undefined
  const nth = Array.from({ length: FRAMES }, (_, index) => index)
  const seconds = (index: number) => (((index + 0.5) / FRAMES) * durationMs) / 1000
  const inputs = nth.flatMap((index) => inputOf(source.demuxer, '-ss', seconds(index).toFixed(3), '-threads', '1'))
  const box = `${FRAME_WIDTH}:${FRAME_HEIGHT}`
  const framed = nth.map(
    (index) =>
      `[${index}:v:0]trim=end_frame=1,scale=${box}:force_original_aspect_ratio=decrease,pad=${box}:(ow-iw)/2:(oh-ih)/2,setsar=1[f${index}]`,
  )
  const joined = `${nth.map((index) => `[f${index}]`).join('')}hstack=inputs=${FRAMES}[strip]`
  return draw(source, [...inputs, '-filter_complex', [...framed, joined].join(';'), '-map', '[strip]'], 'strip.jpg')
}

async function draw(source: Source, args: readonly string[], name: string): Promise<string | undefined> {
  const end = await runMedia({
    ...source,
    program: 'ffmpeg',
    args: [...args, ...JPEG, ...FILE, name],
    timeMs: LIMITS.pictureMs,
    fileBytes: LIMITS.pictureBytes,
  })
  const path = join(source.folder, name)
  return end.is === 'done' && (await isThere(path)) ? path : undefined
}

/** A reader that finds no frame ends well and writes nothing. */
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
