/** How many bytes from the start of a file are enough to know its kind. */
export const SNIFF_BYTES = 512

const UNKNOWN = 'application/octet-stream'

type Signature = { readonly type: string; readonly at: number; readonly bytes: string }

// From the file format specifications and the WHATWG MIME Sniffing table; each character is one byte.
const SIGNATURES: readonly Signature[] = [
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/tiff', at: 0, bytes: 'II*\0' },
  { type: 'image/tiff', at: 0, bytes: 'MM\0*' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
  { type: 'application/zip', at: 0, bytes: 'PK\x03\x04' },
  { type: 'audio/mpeg', at: 0, bytes: 'ID3' },
  { type: 'audio/flac', at: 0, bytes: 'fLaC' },
  { type: 'audio/amr', at: 0, bytes: '#!AMR' },
  { type: 'video/mpeg', at: 0, bytes: '\0\0\x01\xba' },
  { type: 'video/mpeg', at: 0, bytes: '\0\0\x01\xb3' },
  { type: 'video/x-flv', at: 0, bytes: 'FLV\x01' },
  { type: 'video/x-ms-asf', at: 0, bytes: '0&\xb2u\x8ef\xcf\x11' },
  // A QuickTime file of an older camera begins with its content instead of its brand.
  { type: 'video/quicktime', at: 4, bytes: 'moov' },
  { type: 'video/quicktime', at: 4, bytes: 'mdat' },
  { type: 'video/quicktime', at: 4, bytes: 'wide' },
]

/** The kind after `RIFF????`. */
const RIFF: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }

/** The major brand after `????ftyp`; every other brand is an MP4. */
const BRANDS: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic-sequence',
  hevx: 'image/heic-sequence',
  mif1: 'image/heif',
  msf1: 'image/heif-sequence',
  'M4A ': 'audio/mp4',
  'M4B ': 'audio/mp4',
  'qt  ': 'video/quicktime',
}

/** The media type that the first bytes prove; `application/octet-stream` when they prove none, HTML and SVG included. */
export function sniffMedia(head: Uint8Array): string {
  const known = SIGNATURES.find(({ at, bytes }) => textAt(head, at, bytes.length) === bytes)
  return known?.type ?? sniffContainer(head) ?? sniffMpegAudio(head) ?? UNKNOWN
}

function sniffContainer(head: Uint8Array): string | undefined {
  if (textAt(head, 0, 4) === 'RIFF') return RIFF[textAt(head, 8, 4)]
  if (textAt(head, 4, 4) === 'ftyp') return sniffBrand(textAt(head, 8, 4))
  if (textAt(head, 0, 4) === 'OggS') return textAt(head, 0, head.length).includes('theora') ? 'video/ogg' : 'audio/ogg'
  if (textAt(head, 0, 4) === '\x1aE\xdf\xa3') return sniffMatroska(textAt(head, 0, 64))
  return sniffByShape(head)
}

function sniffByShape(head: Uint8Array): string | undefined {
  if (isTransportStream(head)) return 'video/mp2t'
  return isBitmap(head) ? 'image/bmp' : undefined
}

const sniffBrand = (brand: string): string => BRANDS[brand] ?? (brand.startsWith('3g') ? 'video/3gpp' : 'video/mp4')

const sniffMatroska = (start: string): string => (start.includes('webm') ? 'video/webm' : 'video/x-matroska')

/** Packets of 188 bytes (192 with the recorder's time before each), each of which begins with 0x47; one byte proves nothing, three do. */
const isTransportStream = (head: Uint8Array): boolean =>
  [
    { at: 0, length: 188 },
    { at: 4, length: 192 },
  ].some(({ at, length }) => [0, 1, 2].every((nth) => head[at + nth * length] === 0x47))

/** Two letters prove little, so the four reserved bytes must be zero and the header one of the known lengths. */
const isBitmap = (head: Uint8Array): boolean =>
  textAt(head, 0, 2) === 'BM' && textAt(head, 6, 4) === '\0\0\0\0' && [12, 40, 108, 124].includes(head[14] ?? 0)

/** A frame without an ID3 tag: eleven sync bits; layer 0 is ADTS (AAC), layer 3 (bits 01) is MP3. */
function sniffMpegAudio(head: Uint8Array): string | undefined {
  const [first = 0, second = 0, third = 0] = head
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined
  if ((second & 0xf6) === 0xf0) return 'audio/aac'
  const hasFrame = (second & 0x06) === 0x02 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c
  return hasFrame ? 'audio/mpeg' : undefined
}

const textAt = (head: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...head.subarray(at, at + length))
