import type { DocumentKind } from '../document/document-kind.ts'
import { type PrintPaper, stripWidthOf } from './print-paper.ts'

/** For whom copies of a paper are printed, and how many. */
export type Copies = { readonly to: string; readonly count: number }

/** Papers that say themselves how many there are (一式几份); a test compares the words on them with this. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'penalty-decision': ['当事人', '归档', '存根'],
  'things-list': ['当事人', '归档'],
}

/** The copies that a paper of a kind needs, `parties` being those of its case: what nobody is given goes to the dossier alone. */
export function copiesOf(kind: DocumentKind, parties: number): readonly Copies[] {
  const each = kind.per === 'party' ? 1 : Math.max(1, parties)
  return holdersOf(kind).map((to) => ({ to, count: to === '当事人' ? each : 1 }))
}

function holdersOf({ code, template, header, per, title }: DocumentKind): readonly string[] {
  const said = SAID[code] ?? SAID[template]
  if (said) return said
  if (header !== 'red') return ['归档']
  if (per === 'party') return ['当事人', '归档']
  return [title.endsWith('公告') ? '张贴' : '受文单位', '归档']
}

export const countOf = (copies: readonly Copies[]): number => copies.reduce((sum, { count }) => sum + count, 0)

/** How many are printed on such paper: a strip is for whoever it is handed to, the dossier gets the A4. */
export function countOn(copies: readonly Copies[], on: PrintPaper): number {
  if (!stripWidthOf(on)) return countOf(copies)
  return Math.max(1, countOf(copies.filter(({ to }) => to === '当事人')))
}

/** 当事人 1 份、归档 1 份. */
export const copiesInWords = (copies: readonly Copies[]): string =>
  copies.map(({ to, count }) => `${to} ${count} 份`).join('、')

/** Whether a paper of the kind bears the seal of the agency: all letters under the red head do. */
export const isSealed = ({ header }: DocumentKind): boolean => header === 'red'
