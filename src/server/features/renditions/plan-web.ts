import type { Probe } from './read-source.ts'

/** How the version for browsers comes about. */
export type WebPlan = 'original' | 'repack' | 'encode' | 'encode-sound'

const PLAIN_PIXELS = ['yuv420p', 'yuvj420p']
const OPEN_VIDEO = ['vp8', 'vp9', 'av1']
const OPEN_SOUND = ['opus', 'vorbis']
/** Sounds that every browser plays in the container that the bytes prove. */
const PLAYED_SOUNDS: Readonly<Record<string, readonly string[]>> = {
  'audio/mpeg': ['mp3'],
  'audio/wav': ['pcm_s16le', 'pcm_u8'],
  'audio/mp4': ['aac', 'mp3'],
  'audio/ogg': OPEN_SOUND,
  'audio/flac': ['flac'],
}

/** A recording is left as it is when browsers play it; what only stands in the wrong container is repacked without loss. */
export function planWeb(mediaType: string, probe: Probe): WebPlan {
  if (probe.videoCodec === null) return isPlayedSound(mediaType, probe) ? 'original' : 'encode-sound'
  if (mediaType === 'video/webm' && isOpen(probe)) return 'original'
  if (!isPlainH264(probe)) return 'encode'
  return mediaType === 'video/mp4' ? 'original' : 'repack'
}

const isPlayedSound = (mediaType: string, { audioCodec }: Probe): boolean =>
  PLAYED_SOUNDS[mediaType]?.includes(audioCodec ?? '') === true

const isOpen = ({ videoCodec, audioCodec }: Probe): boolean =>
  OPEN_VIDEO.includes(videoCodec ?? '') && (audioCodec === null || OPEN_SOUND.includes(audioCodec))

const isPlainH264 = ({ videoCodec, pixelFormat, audioCodec }: Probe): boolean =>
  videoCodec === 'h264' &&
  PLAIN_PIXELS.includes(pixelFormat ?? '') &&
  (audioCodec === null || audioCodec === 'aac' || audioCodec === 'mp3')
