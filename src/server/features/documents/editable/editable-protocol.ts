import type { PaperNames } from './outline.ts'

export type EditableOrder = { readonly pdf: Uint8Array; readonly names: PaperNames; readonly note: string }
export type EditableAnswer = { readonly docx: Uint8Array } | { readonly fault: string }
