import type { PrintData } from '#domain/document/print-data.ts'

/** What the parent asks of the typesetting child. Both ends are ours; the channel carries structured clones. */
export type TypesetRequest = { readonly id: number; readonly output: 'pdf' | 'svg'; readonly data: PrintData }

export type TypesetReply =
  | { readonly id: number; readonly output: 'pdf'; readonly pdf: Uint8Array; readonly pageCount: number }
  | { readonly id: number; readonly output: 'svg'; readonly svg: string; readonly pageCount: number }
  | { readonly id: number; readonly output: 'error'; readonly message: string }

/** First command line argument of the child, as JSON. */
export type TypesetSetup = { readonly templates: string; readonly fontFolders: readonly string[] }
