// A thread of its own: whatever is in a PDF that somebody sent, the server's loop does not wait for it and does not fall with it.
import { parentPort } from 'node:worker_threads'
import { degrees, EncryptedPDFError, PDFDocument, type PDFEmbeddedPage, type PDFImage, type PDFPage } from 'pdf-lib'
import type { AboutVolume, BindAnswer, BindOrder, BoundFile } from './bind-protocol.ts'
import { jpegTurn } from './jpeg-turn.ts'
import { A4, picturePlace, stampPlace } from './page-size.ts'
import { isPdfA, quieten } from './source-page.ts'
import { beginVolume, closeVolume, takeOutputIntent } from './volume-frame.ts'

type Open = {
  readonly volume: PDFDocument
  readonly about: AboutVolume
  readonly stamps: readonly PDFEmbeddedPage[]
  readonly because: string[]
  numbered: number
  front: number
}

let open: Open | undefined

const read = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

const PDF = Buffer.from('%PDF-')

/** Copies every page once, so that what cannot be bound is known before a number is given to it; a picture is one page. */
async function count(bytes: Uint8Array): Promise<number> {
  if (Buffer.from(bytes.subarray(0, 1024)).includes(PDF)) return countPages(bytes)
  await embedImage(await PDFDocument.create(), bytes)
  return 1
}

async function countPages(bytes: Uint8Array): Promise<number> {
  const source = await read(bytes)
  const pages = source.getPages()
  pages.forEach(quieten)
  await (await PDFDocument.create()).copyPages(source, source.getPageIndices())
  return pages.length
}

async function begin(stamps: Uint8Array, about: AboutVolume): Promise<void> {
  const volume = await beginVolume(about)
  const numbers = await read(stamps)
  takeOutputIntent(volume, numbers)
  open = { volume, about, because: [], numbered: 0, front: 0, stamps: await volume.embedPages(numbers.getPages()) }
}

async function addPages(bytes: Uint8Array, title: string, { volume, because }: Open): Promise<readonly PDFPage[]> {
  const source = await read(bytes)
  if (!isPdfA(source)) because.push(`《${title}》不是 PDF/A`)
  source.getPages().forEach(quieten)
  const pages = await volume.copyPages(source, source.getPageIndices())
  return pages.map((page) => volume.addPage(page))
}

function stamp(page: PDFPage, { stamps }: Open, number: number): void {
  const drawn = stamps[number - 1]
  if (!drawn) throw new RangeError('more pages than numbers')
  const { x, y, turn } = stampPlace(page.getCropBox(), page.getRotation().angle)
  page.drawPage(drawn, { x, y, rotate: degrees(turn) })
}

/** A sheet was made for this number; it bears the number already. */
function addSheet(so: Open): PDFPage {
  const page = so.volume.addPage([A4.width, A4.height])
  so.numbered += 1
  const drawn = so.stamps[so.numbered - 1]
  if (!drawn) throw new RangeError('more pages than numbers')
  page.drawPage(drawn)
  return page
}

async function addImage(bytes: Uint8Array, title: string, so: Open): Promise<void> {
  const isJpeg = isJpegFile(bytes)
  const image = await embedImage(so.volume, bytes)
  if (isJpeg && isFourColoured(bytes)) so.because.push(`《${title}》是四色印刷的照片`)
  const { x, y, width, height, turn } = picturePlace(image, isJpeg ? jpegTurn(bytes) : 0)
  addSheet(so).drawImage(image, { x, y, width, height, rotate: degrees(turn) })
}

const isJpegFile = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

const embedImage = (volume: PDFDocument, bytes: Uint8Array): Promise<PDFImage> =>
  isJpegFile(bytes) ? volume.embedJpg(bytes) : volume.embedPng(bytes)

/** CMYK needs another output intent than the papers have: the frame header tells the number of components. */
function isFourColoured(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 10 < bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return view.getUint8(at + 9) === 4
  }
  return false
}

async function bindPages(order: BoundFile, so: Open): Promise<void> {
  const pages = await addPages(order.bytes, order.title, so)
  if (pages.length !== order.count)
    throw new Error(`《${order.title}》有 ${pages.length} 页，目录里是 ${order.count} 页`)
  for (const page of pages) {
    so.numbered += 1
    stamp(page, so, so.numbered)
  }
}

async function add(order: BoundFile | Extract<BindOrder, { kind: 'sheet' }>, so: Open): Promise<void> {
  if (order.kind === 'pages') return bindPages(order, so)
  if (order.kind === 'image') return addImage(order.bytes, order.title, so)
  if (order.kind === 'sheet') {
    for (let page = 0; page < order.count; page += 1) addSheet(so)
    return
  }
  const pages = await addPages(order.bytes, order.title, so)
  if (order.kind === 'front') so.front += pages.length
}

async function finish({ volume, about, because, front, numbered }: Open): Promise<BindAnswer> {
  closeVolume(volume, about, because.length === 0)
  const pdf = await volume.save({ updateFieldAppearances: false })
  const backPages = volume.getPageCount() - front - numbered
  return { kind: 'bound', volume: { pdf, frontPages: front, numberedPages: numbered, backPages, because } }
}

async function answer(order: BindOrder): Promise<BindAnswer> {
  if (order.kind === 'count') return { kind: 'counted', pages: await count(order.bytes) }
  if (order.kind === 'begin') await begin(order.stamps, order.about)
  else {
    if (!open) throw new Error('nothing was begun')
    if (order.kind === 'finish') return finish(open)
    await add(order, open)
  }
  return { kind: 'done' }
}

/** Of a file that was only looked at, words for the reader of the volume; of anything else what went wrong. */
const problemOf = ({ kind }: BindOrder, error: unknown): string => {
  if (error instanceof EncryptedPDFError) return '加了密'
  if (kind === 'count') return '文件已损坏或者格式不对，读不出来'
  return error instanceof Error ? error.message : String(error)
}

parentPort?.on('message', (order: BindOrder) => {
  answer(order).then(
    (told) => parentPort?.postMessage(told, told.kind === 'bound' ? [told.volume.pdf.buffer as ArrayBuffer] : []),
    (error: unknown) =>
      parentPort?.postMessage({ kind: 'problem', sentence: problemOf(order, error) } satisfies BindAnswer),
  )
})
