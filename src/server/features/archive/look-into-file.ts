import type { Readable } from 'node:stream'
import type { FoundFile } from '#domain/archive/property-view.ts'
import { isPdfLocked } from '#domain/evidence/pdf-lock.ts'
import { SNIFF_BYTES, sniffMedia } from '#domain/evidence/sniff-media.ts'

type Place = {
  readonly size: number
  readonly mediaType: string
  open(range: { readonly start: number; readonly end: number }): Readable
}

/** A PDF of the house is far smaller; of larger ones the beginning and the end are looked at. */
const WHOLE = 4 * 1024 * 1024

/** What the bytes of a file say of themselves; whether they are the right bytes is another question. */
export async function lookIntoFile(place: Place): Promise<Omit<FoundFile, 'soundness'>> {
  const { size } = place
  const part = (from: number, to: number) => bytesOf(place, from, to)
  const head = await part(0, Math.min(size, SNIFF_BYTES))
  const mediaType = sniffMedia(head)
  if (mediaType !== 'application/pdf') return { mediaType }
  const body = size <= WHOLE ? await part(0, size) : await part(size - WHOLE, size)
  return { mediaType, isEncrypted: await isPdfLocked(size, part), isPdfA: body.includes('pdfaid:part') }
}

async function bytesOf({ open }: Place, from: number, to: number): Promise<Buffer> {
  if (to <= from) return Buffer.alloc(0)
  const pieces: Buffer[] = []
  for await (const piece of open({ start: from, end: to - 1 })) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
