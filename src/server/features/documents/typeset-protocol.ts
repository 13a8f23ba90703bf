import type { PrintData } from '#domain/document/print-data.ts'
import type { StripSheet } from '#domain/print/strip-sheet.ts'
import type { SignatureSlot, SignedSheet } from '#domain/signing/signed-sheet.ts'

/** What the parent asks of the typesetting child. Both ends are ours; the channel carries structured clones. */
export type TypesetTask =
  | { readonly output: 'pdf' | 'svg'; readonly data: PrintData }
  /** One page of a file as a drawing. */
  | { readonly output: 'page'; readonly pdf: Uint8Array; readonly page: number }
  /** Where a paper leaves room for signatures; none when it is drawn otherwise today than the file that was sealed. */
  | { readonly output: 'slots'; readonly data: PrintData; readonly pdf: Uint8Array }
  | { readonly output: 'signed'; readonly pdf: Uint8Array; readonly sheet: SignedSheet }
  /** The paper once more on narrow paper; nothing when it is drawn otherwise today than the file that was sealed. */
  | { readonly output: 'strip'; readonly data: PrintData; readonly pdf: Uint8Array; readonly strip: StripSheet }
export type TypesetRequest = TypesetTask & { readonly id: number }

export type TypesetReply =
  | { readonly id: number; readonly output: 'pdf' | 'signed'; readonly pdf: Uint8Array; readonly pageCount: number }
  | { readonly id: number; readonly output: 'svg'; readonly svg: string; readonly pageCount: number }
  | { readonly id: number; readonly output: 'page'; readonly svg: string }
  | { readonly id: number; readonly output: 'strip'; readonly pdf: Uint8Array | undefined }
  | { readonly id: number; readonly output: 'slots'; readonly slots: readonly SignatureSlot[] }
  | { readonly id: number; readonly output: 'error'; readonly message: string }

/** First command line argument of the child, as JSON. */
export type TypesetSetup = { readonly templates: string; readonly fontFolders: readonly string[] }
