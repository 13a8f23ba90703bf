import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isShownInline } from './inline-media.ts'
import { sniffMedia } from './sniff-media.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

const SAMPLES: readonly (readonly [string, string])[] = [
  ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['image/gif', 'GIF89a\x01\0'],
  ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['image/bmp', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'],
  ['image/heic', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
  ['audio/mpeg', 'ID3\x03\0'],
  ['audio/mpeg', '\xff\xfb\x90\x64'],
  ['audio/aac', '\xff\xf1\x50\x80'],
  ['audio/mp4', '\0\0\0\x1cftypM4A \0\0\0\0'],
  ['audio/ogg', 'OggS\0\x02\0\0OpusHead'],
  ['audio/amr', '#!AMR\n'],
  ['video/ogg', 'OggS\0\x02\0\0\x80theora'],
  ['video/mp4', '\0\0\0\x20ftypisom\0\0\x02\0'],
  ['video/3gpp', '\0\0\0\x20ftyp3gp5\0\0\x02\0'],
  ['video/quicktime', '\0\0\0\x14ftypqt  '],
  ['video/webm', '\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm'],
  ['video/x-matroska', '\x1aE\xdf\xa3\x9fB\x82\x88matroska'],
  ['video/x-msvideo', 'RIFF\x24\0\0\0AVI LIST'],
  ['video/quicktime', '\0\0\x10\0moov\0\0\0lmvhd'],
  ['video/mpeg', '\0\0\x01\xb3\x14\0\xf0'],
  ['video/x-ms-asf', '0&\xb2u\x8ef\xcf\x11\xa6\xd9'],
  ['video/mp2t', `G@\0\x10${'\0'.repeat(184)}`.repeat(3)],
  ['video/mp2t', `\0\0\0\0G@\0\x10${'\0'.repeat(184)}`.repeat(3)],
  ['application/octet-stream', 'Gut gemacht'],
  ['application/pdf', '%PDF-1.7\n'],
  ['application/zip', 'PK\x03\x04\x14\0'],
]

describe('the kind of a file', () => {
  it.each(SAMPLES)('is %s by its first bytes', (type, text) => {
    expect(sniffMedia(bytes(text))).toBe(type)
  })

  it.each([
    '<!DOCTYPE html><script>alert(1)</script>',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '<?xml version="1.0"?><svg/>',
    ' %PDF-1.7',
    '<html>\xff\xd8\xff',
    'BM 一段普通的话',
    '',
  ])('is unknown and never shown in place for %j', (text) => {
    expect(sniffMedia(bytes(text))).toBe('application/octet-stream')
    expect(isShownInline(sniffMedia(bytes(text)))).toBe(false)
  })

  it('is never anything that a browser could run, whatever the bytes', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 600 }), (head) => {
      expect(sniffMedia(head)).toMatch(/^(image\/(?!svg)|audio\/|video\/|application\/(pdf|zip|octet-stream)$)/)
    })
    fc.assert(property, { seed: 20261121 })
  })
})
