export const MEDIA = ['photo', 'audio', 'video'] as const
export type Medium = (typeof MEDIA)[number]

export const MEDIUM_TITLES: Readonly<Record<Medium, string>> = { photo: '照片', audio: '录音', video: '录像' }

const BY_TYPE: Readonly<Record<string, Medium>> = { image: 'photo', audio: 'audio', video: 'video' }

/** Only asked when the bytes prove nothing: a recorder's own format, or a file that broke on the way. */
const BY_ENDING: readonly (readonly [RegExp, Medium])[] = [
  [/\.(jpe?g|png|heic|heif|webp|bmp|tiff?|dng)$/i, 'photo'],
  [/\.(wav|mp3|m4a|aac|amr|ogg|oga|opus|flac|wma)$/i, 'audio'],
  [/\.(mp4|m4v|mov|avi|mkv|webm|ts|mts|m2ts|3gp|mpe?g|wmv|asf|flv|dav|h26[45]|264|265|ogv)$/i, 'video'],
]

/** What a file is, by the type that its bytes prove; undefined when it is no recording at all. */
export function mediumOf(mediaType: string, fileName: string): Medium | undefined {
  const proven = BY_TYPE[mediaType.split('/')[0] ?? '']
  if (proven || mediaType !== 'application/octet-stream') return proven
  return BY_ENDING.find(([ending]) => ending.test(fileName))?.[1]
}
