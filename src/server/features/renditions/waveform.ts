import { LIMITS, wholeMs } from './limits.ts'
import { openPeaks } from './peaks.ts'
import type { Probe, Source } from './read-source.ts'
import { inputOf, runMedia } from './run-media.ts'

const SAMPLES_PER_SECOND = 8_000

/** The loudness of the sound in even steps over its length, with the length that was really heard. */
export async function readWaveform(
  source: Source,
  { durationMs }: Probe,
): Promise<{ readonly peaks: readonly number[]; readonly durationMs: number } | undefined> {
  const peaks = openPeaks()
  const end = await runMedia({
    ...source,
    program: 'ffmpeg',
    args: [...inputOf(source.demuxer), ...SOUND_ONLY, 'pipe:1'],
    timeMs: wholeMs(durationMs),
    fileBytes: 0,
    onOutput: peaks.take,
  })
  const { count, values } = peaks.end()
  // A sound that breaks off in the middle is drawn as far as it goes.
  if (count === 0 || end.is === 'stopped') return undefined
  return { peaks: values, durationMs: Math.round((count / SAMPLES_PER_SECOND) * 1000) }
}

const SOUND_ONLY = [
  ...['-t', String(LIMITS.durationMs / 1000), '-map', '0:a:0', '-vn', '-ac', '1'],
  ...['-ar', String(SAMPLES_PER_SECOND), '-f', 's16le', '-c:a', 'pcm_s16le'],
]
