const MM = 72 / 25.4

export const A4 = { width: 210 * MM, height: 297 * MM } as const
/** Where a picture may stand on its sheet, between the lines above and the number below. */
export const PICTURE = { left: 25 * MM, bottom: 24 * MM, width: 163 * MM, height: 225 * MM } as const
const STAMP = { width: 18 * MM, margin: 6 * MM } as const

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Placed = { readonly x: number; readonly y: number; readonly turn: 0 | 90 | 180 | 270 }

/** Right and bottom as the reader sees the page, which may be turned (/Rotate, clockwise). */
export function stampPlace(box: Box, rotation: number): Placed {
  const { width, margin } = STAMP
  const [right, top] = [box.x + box.width, box.y + box.height]
  switch ((((rotation % 360) + 360) % 360) as Placed['turn']) {
    case 90:
      return { x: right - margin, y: top - margin - width, turn: 90 }
    case 180:
      return { x: box.x + margin + width, y: top - margin, turn: 180 }
    case 270:
      return { x: box.x + margin, y: box.y + margin + width, turn: 270 }
    default:
      return { x: right - margin - width, y: box.y + margin, turn: 0 }
  }
}

/** The largest place for a picture of this size that keeps its shape and is not more than its own size at 96 dots an inch. */
export function picturePlace(picture: { readonly width: number; readonly height: number }, turn: Placed['turn']) {
  const isLying = turn === 90 || turn === 270
  const [width, height] = isLying ? [picture.height, picture.width] : [picture.width, picture.height]
  const scale = Math.min(PICTURE.width / width, PICTURE.height / height, 0.75)
  const shown = { width: width * scale, height: height * scale }
  const x = PICTURE.left + (PICTURE.width - shown.width) / 2
  const y = PICTURE.bottom + (PICTURE.height - shown.height) / 2
  return { ...corner({ x, y, ...shown }, turn), width: picture.width * scale, height: picture.height * scale, turn }
}

/** A drawing turns about its own lower left corner, counter-clockwise. */
function corner({ x, y, width, height }: Box, turn: Placed['turn']): { readonly x: number; readonly y: number } {
  if (turn === 90) return { x: x + width, y }
  if (turn === 180) return { x: x + width, y: y + height }
  if (turn === 270) return { x, y: y + height }
  return { x, y }
}
