/**
 * The one reader that each proven media type may be opened with. Readers that follow references to other files or to the
 * network (hls, concat, image sequences, playlists, scripts) are in no row, so nothing in a file can ask for them.
 */
const DEMUXERS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg_pipe',
  'image/png': 'png_pipe',
  'image/gif': 'gif',
  'image/tiff': 'tiff_pipe',
  'image/webp': 'webp_pipe',
  'image/bmp': 'bmp_pipe',
  'image/avif': 'mov',
  'image/heic': 'mov',
  'image/heif': 'mov',
  'image/heic-sequence': 'mov',
  'image/heif-sequence': 'mov',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/amr': 'amr',
  'audio/wav': 'wav',
  'audio/aac': 'aac',
  'audio/mp4': 'mov',
  'audio/ogg': 'ogg',
  'video/ogg': 'ogg',
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'video/x-matroska': 'matroska',
  'video/webm': 'matroska',
  'video/x-msvideo': 'avi',
  'video/mpeg': 'mpeg',
  'video/mp2t': 'mpegts',
  'video/x-flv': 'flv',
  'video/x-ms-asf': 'asf',
}

/** Undefined for what no reader is trusted with. */
export const demuxerOf = (mediaType: string): string | undefined => DEMUXERS[mediaType]
