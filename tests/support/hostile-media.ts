import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { madePng } from './made-files.ts'

/** Makes a file with ffmpeg itself, into a folder, and answers its bytes. */
export function madeBy(folder: string, name: string, ...args: readonly string[]): Buffer {
  const path = join(folder, name)
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args, path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return readFileSync(path)
}

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=3']
const SOUND = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=3']

/** Three seconds of test picture and tone, as recorders and phones write them. */
export const RECIPES: Readonly<Record<string, readonly string[]>> = {
  'phone.mp4': [...PICTURE, ...SOUND, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '10', '-c:a', 'aac', '-shortest'],
  'recorder.avi': [...PICTURE, ...SOUND, '-c:v', 'mpeg4', '-c:a', 'mp2', '-shortest'],
  'camera.ts': [...PICTURE, ...SOUND, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '10', '-c:a', 'aac', '-shortest'],
  'talk.ogg': [...SOUND, '-c:a', 'libvorbis', '-ac', '2'],
}

const chunk = (type: string, content: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** A picture of 50,000 by 50,000 points in a few hundred bytes. */
export function pixelFlood(): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(50_000, 0)
  head.writeUInt32BE(50_000, 4)
  head.set([8, 6], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A picture with a web page and an archive behind it. */
export const polyglot = (): Buffer =>
  Buffer.concat([
    madePng('').buffer,
    Buffer.from('<script>alert(1)</script>PK\x03\x04', 'latin1'),
    Buffer.alloc(2000, 'x'),
  ])

/** An Ogg file whose last page claims to end after most of a year. */
export function endless(ogg: Buffer): Buffer {
  const last = ogg.lastIndexOf('OggS')
  const claimed = Buffer.from(ogg)
  claimed.writeBigInt64LE(2n ** 40n, last + 6)
  claimed.writeUInt32LE(0, last + 22)
  claimed.writeUInt32LE(oggSum(claimed.subarray(last)), last + 22)
  return claimed
}

/** The checksum of a page (RFC 3533): CRC-32 of 0x04c11db7, neither reflected nor inverted. */
function oggSum(page: Buffer): number {
  let sum = 0
  for (const byte of page) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}

const list = (type: string, ...parts: readonly Buffer[]): Buffer => riff('LIST', Buffer.from(type, 'latin1'), ...parts)
function riff(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)])
}

/** An AVI whose subtitle is a playlist that asks for an address, as in the attacks on video sites of 2017. */
export function callingAvi(address: string): Buffer {
  const playlist = Buffer.from(`#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n${address}\n#EXT-X-ENDLIST\n`)
  const gab2 = Buffer.alloc(17)
  gab2.write('GAB2\0', 'latin1')
  gab2.writeUInt16LE(2, 5)
  gab2.writeUInt16LE(4, 11)
  gab2.writeUInt32LE(playlist.length, 13)
  const [avih, strh] = [Buffer.alloc(56), Buffer.alloc(56)]
  avih.writeUInt32LE(40_000, 0)
  avih.writeUInt32LE(1, 24)
  strh.write('txts', 'latin1')
  strh.writeUInt32LE(1, 20)
  strh.writeUInt32LE(25, 24)
  const header = list('hdrl', riff('avih', avih), list('strl', riff('strh', strh), riff('strf', Buffer.alloc(4))))
  return riff('RIFF', Buffer.from('AVI ', 'latin1'), header, list('movi', riff('00tx', gab2, playlist)))
}

export const playlist = (address: string): Buffer =>
  Buffer.from(`#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\n${address}\n#EXT-X-ENDLIST\n`)
