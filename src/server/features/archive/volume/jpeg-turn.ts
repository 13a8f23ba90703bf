import type { Placed } from './page-size.ts'

/** Counter-clockwise, by EXIF orientation; mirrored ones (2, 4, 5, 7) are not made by cameras. */
const TURNS: Readonly<Record<number, Placed['turn']>> = { 3: 180, 6: 270, 8: 90 }
const ORIENTATION = 0x0112

/** How a photograph has to be turned to stand upright; 0 where it does not say. */
export function jpegTurn(bytes: Uint8Array): Placed['turn'] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return TURNS[orientationOf(view)] ?? 0
  } catch (error) {
    // A header that points beyond its own end says nothing.
    if (error instanceof RangeError) return 0
    throw error
  }
}

function orientationOf(view: DataView): number {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xda) return 1
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return tiffOrientation(view, at + 10)
  }
  return 1
}

function tiffOrientation(view: DataView, tiff: number): number {
  const isLittle = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, isLittle)
  const entries = view.getUint16(directory, isLittle)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12
    if (view.getUint16(entry, isLittle) === ORIENTATION) return view.getUint16(entry + 8, isLittle)
  }
  return 1
}
