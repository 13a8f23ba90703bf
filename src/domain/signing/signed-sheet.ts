import type { PlainDate } from '../calendar/plain-date.ts'
import type { Refused, Signed, SignerRole } from './signature.ts'
import { pathOf, pointsOf, type Stroke } from './strokes.ts'

/** Room that a template leaves for a signature, in points from the top left of its page. */
export type SignatureSlot = {
  readonly who: SignerRole
  /** Which of several of that kind, from 0. */
  readonly nth: number
  /** Whose, where the paper says it. */
  readonly name?: string | null
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A signature as it is drawn: the pen's path as a picture, or the name as it was typed. */
export type Mark = { readonly svg?: string; readonly text?: string }

export type SheetLine = {
  readonly name: string
  readonly quality: string
  readonly way: string
  readonly at: string
  readonly mark?: Mark
}

/** What is drawn over the pages of the original and on the sheet behind them. */
export type SignedSheet = {
  readonly title: string
  readonly number?: string
  readonly agency: string
  readonly caseName: string
  readonly issuedOn: PlainDate
  readonly pages: number
  readonly parent: string
  readonly placed: readonly (Pick<SignatureSlot, 'page' | 'x' | 'y' | 'width'> & Mark & { readonly at: string })[]
  readonly signed: readonly SheetLine[]
  readonly refused: readonly (SheetLine & { readonly reason: string; readonly proof: string })[]
}

type Drawn = (signature: string) => readonly Stroke[] | undefined

/** Each slot with the signature that belongs to it; a slot of whom nobody signed stays empty. */
export function placeSignatures(
  slots: readonly SignatureSlot[],
  signed: readonly Signed[],
  markOf: (signature: Signed) => Mark,
): SignedSheet['placed'] {
  return slots.flatMap((slot) => {
    const own = signed.filter(({ as }) => as === slot.who)
    const named = slot.name ? own.find(({ name }) => name === slot.name) : own[slot.nth]
    if (!named) return []
    const { page, x, y, width } = slot
    return [{ page, x, y, width, at: minuteOf(named.at), ...markOf(named) }]
  })
}

/** The strokes as a picture that is cut to them; the typed name where nothing was drawn. */
export function markOf(signature: Pick<Signed, 'id' | 'name'>, drawn: Drawn): Mark {
  const strokes = drawn(signature.id)
  return strokes && strokes.length > 0 ? { svg: signatureSvg(strokes) } : { text: signature.name }
}

/** 2026-06-03 10:22 by the clock of the office. */
export function minuteOf(at: string): string {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}

export function lineOf({ as, name, capacity, at }: Signed | Refused, called: string, way: string): SheetLine {
  const quality = as === 'party' && capacity ? `${called}（${capacity}）` : called
  return { name, quality, way, at: minuteOf(at) }
}

const MARGIN = 8

function signatureSvg(strokes: readonly Stroke[]): string {
  const points = strokes.flatMap(({ d }) => pointsOf(d))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  const [width, height] = [Math.max(...xs) - left + MARGIN, Math.max(...ys) - top + MARGIN]
  const pen = 'fill="none" stroke="#14161a" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}"><path ${pen} d="${pathOf(strokes)}"/></svg>`
}
