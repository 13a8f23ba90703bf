import type { CatalogueRow } from '../document/merge-data.ts'
import type { DossierItem } from './dossier-item.ts'

/** 时间序 or 结论前置. */
export const ARRANGEMENTS = ['time', 'conclusion-first'] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]
export const ARRANGEMENT_TITLES: Readonly<Record<Arrangement, string>> = {
  time: '按时间先后',
  'conclusion-first': '结论在前',
}

/** An item with its place: number in the catalogue and pages of the dossier. */
export type ListedItem = DossierItem & { readonly no: number; readonly from?: number; readonly to?: number }

/**
 * Numbers items and pages. Cover, catalogue and notes sheet bear no page number; neither does what has no pages (sound, film, data).
 * A voided document keeps its place and its pages.
 */
export function listItems(items: readonly DossierItem[], arrangement: Arrangement): readonly ListedItem[] {
  let page = 0
  return arranged(items, arrangement).map((item, index) => {
    const { pages } = item
    if (pages === undefined) return { ...item, no: index + 1 }
    const from = page + 1
    page += pages
    return { ...item, no: index + 1, from, to: page }
  })
}

function arranged(items: readonly DossierItem[], arrangement: Arrangement): readonly DossierItem[] {
  const inTime = items.toSorted((a, b) => a.seq - b.seq)
  if (arrangement === 'time') return inTime
  return [...inTime.filter(({ isConclusion }) => isConclusion), ...inTime.filter(({ isConclusion }) => !isConclusion)]
}

/** How many numbered pages the dossier has. */
export function pageCount(items: readonly ListedItem[]): number {
  return items.reduce((last, { to = 0 }) => Math.max(last, to), 0)
}

/** The rows as 卷内目录 prints them. */
export function catalogueRows(items: readonly ListedItem[]): readonly CatalogueRow[] {
  return items.map(({ no, title, number, onDate, from, to, ...rest }) => {
    const remark = remarkOf(rest)
    return {
      no,
      title,
      ...(number && { number }),
      ...(onDate && { onDate }),
      ...(from !== undefined && { pages: from === to ? String(from) : `${from}-${to}` }),
      ...(remark && { remark }),
      ...(rest.kind === 'recording' && rest.file && { digest: rest.file.sha256 }),
    }
  })
}

type Rest = Pick<ListedItem, 'isVoided' | 'file' | 'pages' | 'seconds' | 'kind'>

function remarkOf({ isVoided, file, pages, seconds, kind }: Rest): string {
  if (isVoided) return '作废'
  if (!file) return '实物或纸质'
  if (kind === 'recording') return `电子件${seconds === undefined ? '' : `，时长 ${durationInWords(seconds)}`}`
  return pages === undefined ? '电子件' : ''
}

/** 3725 seconds as 1:02:05. */
export function durationInWords(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'))
  return [Math.floor(whole / 3600), ...parts].join(':')
}
