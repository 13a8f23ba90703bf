import type { SignerRole } from '../signing/signature.ts'
import type { Mark, SheetLine } from '../signing/signed-sheet.ts'

/** Widths of the rolls that portable printers take, in mm. */
export const STRIP_WIDTHS = [80, 57] as const
export type StripWidth = (typeof STRIP_WIDTHS)[number]

/** What a strip says besides the paper: of which sealed file it is the print, and who signed it on a screen. */
export type StripSheet = {
  readonly width: StripWidth
  /** Of the sealed file. */
  readonly sha256: string
  readonly signed: readonly (SheetLine & { readonly who: SignerRole; readonly mark: Mark })[]
  readonly refused: readonly (SheetLine & { readonly reason: string; readonly proof: string })[]
}
