import type { ItemKind } from './dossier-item.ts'

const FOLDERS: Readonly<Record<ItemKind, string>> = {
  document: 'documents',
  'signed-copy': 'signed',
  attachment: 'attachments',
  evidence: 'evidence',
  recording: 'recordings',
  supplement: 'supplements',
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'video/webm': 'webm',
  'video/x-msvideo': 'avi',
  'video/mpeg': 'mpg',
}

/** Plain letters and digits, so that every system can unpack it; the name under which it came stands in the metadata. */
export function itemPath(kind: ItemKind, no: number, mediaType: string): string {
  return `data/${FOLDERS[kind]}/${String(no).padStart(3, '0')}.${EXTENSIONS[mediaType] ?? 'bin'}`
}

export const paperPath = (code: string): string => `data/dossier/${code}.pdf`
export const eventPath = (seq: number): string => `data/events/${String(seq).padStart(5, '0')}.json`
export const eventReceiptPath = (seq: number): string =>
  `data/receipts/event-${String(seq).padStart(5, '0')}.tlog-proof`
export const documentReceiptPath = (no: number): string =>
  `data/receipts/document-${String(no).padStart(3, '0')}.tlog-proof`

/** Files of which there is one in each package. */
export const PACKAGE_FILES = {
  inventory: 'data/inventory.json',
  metadata: 'data/metadata.xml',
  guide: 'data/说明文件.txt',
  report: 'data/four-properties.json',
  checkpoint: 'data/receipts/checkpoint',
  vkey: 'data/receipts/vkey',
  verifier: 'data/verifier.html',
} as const
/** The bound volume and of what it was made; a derivative, so neither stands in the inventory. */
export const VOLUME_FILES = { volume: 'data/volume/volume.pdf', record: 'data/volume/volume.json' } as const

/** What was sealed of a recording when it was stored, and the receipt for that. */
export const recordingRecordPath = (no: number): string => `data/receipts/recording-${String(no).padStart(3, '0')}.json`
export const recordingReceiptPath = (no: number): string =>
  `data/receipts/recording-${String(no).padStart(3, '0')}.tlog-proof`
