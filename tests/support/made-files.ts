import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { degrees, PDFDocument, PDFName } from 'pdf-lib'

export type MadeFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A red square of so many pixels. */
export function madePng(name: string, pixels = 64): MadeFile {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(pixels, 0)
  head.writeUInt32BE(pixels, 4)
  head.set([8, 2], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(pixels * 3, Buffer.from([0xb0, 0x20, 0x20]))])
  const rows = Buffer.concat(Array.from({ length: pixels }, () => row))
  const parts = [chunkOf('IHDR', head), chunkOf('IDAT', deflateSync(rows)), chunkOf('IEND', Buffer.alloc(0))]
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) }
}

function chunkOf(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

const SAMPLES_PER_SECOND = 8_000

/** A sine of 440 Hz, 16 bits, one channel. */
export function madeWav(name: string, seconds: number): MadeFile {
  const count = SAMPLES_PER_SECOND * seconds
  const buffer = Buffer.alloc(44 + count * 2)
  buffer.write('RIFF', 0)
  buffer.writeUInt32LE(36 + count * 2, 4)
  buffer.write('WAVEfmt ', 8)
  buffer.writeUInt32LE(16, 16)
  buffer.writeUInt16LE(1, 20)
  buffer.writeUInt16LE(1, 22)
  buffer.writeUInt32LE(SAMPLES_PER_SECOND, 24)
  buffer.writeUInt32LE(SAMPLES_PER_SECOND * 2, 28)
  buffer.writeUInt16LE(2, 32)
  buffer.writeUInt16LE(16, 34)
  buffer.write('data', 36)
  buffer.writeUInt32LE(count * 2, 40)
  for (let nth = 0; nth < count; nth++) {
    buffer.writeInt16LE(Math.round(8_000 * Math.sin((2 * Math.PI * 440 * nth) / SAMPLES_PER_SECOND)), 44 + nth * 2)
  }
  return { name, mimeType: 'audio/wav', buffer }
}

/** One page with one line of text. */
export function madePdf(name: string): MadeFile {
  const text = 'BT /F1 24 Tf 72 720 Td (Evidence) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let [body, table] = ['%PDF-1.4\n', '']
  objects.forEach((object, nth) => {
    table += `${String(body.length).padStart(10, '0')} 00000 n \n`
    body += `${nth + 1} 0 obj\n${object}\nendobj\n`
  })
  const tail = `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body + tail, 'latin1') }
}

/** A scan of some pages as they come: upright, lying on its side, of another size; with a link and a script that must not come along. */
export async function madeScan(name: string): Promise<MadeFile> {
  const scan = await PDFDocument.create()
  const sizes: readonly [number, number][] = [
    [595, 842],
    [595, 842],
    [842, 1191],
  ]
  for (const [index, size] of sizes.entries()) {
    const page = scan.addPage(size)
    page.drawText(`Ledger, sheet ${index + 1}`, { x: 72, y: size[1] - 120, size: 24 })
    if (index === 1) page.setRotation(degrees(90))
  }
  const link = {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 100, 100],
    A: { S: 'URI', URI: 'http://elsewhere.example' },
  }
  scan.getPage(0).node.set(PDFName.of('Annots'), scan.context.obj([link]))
  scan.addJavaScript('hello', 'app.alert(1)')
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await scan.save()) }
}

/** Begins like a PDF and is none. */
export function madeBrokenPdf(name: string): MadeFile {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog') }
}

/** Bytes that nothing can compress, as a recorder's file. */
export function madeNoise(mebibytes: number): Buffer {
  return randomBytes(mebibytes * 1024 * 1024)
}
