import type { StampedPage } from '../document/merge-blocks.ts'
import { canonicalJson } from '../record-log/canonical-json.ts'
import type { Inventory, InventoryItem, Kept } from './inventory.ts'

/** How a file stands in the bound volume: its own pages, a page that shows it, or a sheet that says where it lies. */
export type BoundAs = 'unnumbered' | 'pages' | 'image' | 'sheet'

/** A file of the package in its place in the bound volume 装订本. */
export type BoundSource = {
  readonly path: string
  readonly sha256: string
  readonly title: string
  readonly as: BoundAs
  readonly no?: number
  readonly from?: number
  readonly to?: number
  /** Why it is only named. */
  readonly why?: string
}

export type VolumePlan = {
  readonly front: readonly BoundSource[]
  readonly body: readonly BoundSource[]
  readonly back: readonly BoundSource[]
}

const BEFORE: ReadonlySet<string> = new Set(['dossier-cover', 'dossier-catalogue'])
const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png'])

/** Cover and catalogue, everything that has a page number in the order of the catalogue, notes sheet and report. */
export function planVolume({ papers, items }: Inventory, unbindable: ReadonlyMap<string, string>): VolumePlan {
  const unnumbered = papers.map(({ code, title, file }) => ({ code, source: sourceOf(title, file, 'unnumbered') }))
  return {
    front: unnumbered.filter(({ code }) => BEFORE.has(code)).map(({ source }) => source),
    body: items.flatMap((item) => bodySource(item, unbindable)),
    back: unnumbered.filter(({ code }) => !BEFORE.has(code)).map(({ source }) => source),
  }
}

const sourceOf = (title: string, { path, sha256 }: Kept, as: BoundAs): BoundSource => ({ path, sha256, title, as })

function bodySource(item: InventoryItem, unbindable: ReadonlyMap<string, string>): readonly BoundSource[] {
  const { no, title, file, from, to } = item
  if (!file || from === undefined || to === undefined) return []
  const why = unbindable.get(file.sha256) ?? (isBindable(file.mediaType) ? undefined : '这种格式不能印成页')
  const shown: BoundAs = file.mediaType === 'application/pdf' ? 'pages' : 'image'
  const source = { ...sourceOf(title, file, why === undefined ? shown : 'sheet'), no, from, to }
  return [why === undefined ? source : { ...source, why }]
}

/** Whether a file of this format can be bound; whether this very one can is another question. */
export const isBindable = (mediaType: string): boolean => mediaType === 'application/pdf' || SHOWN.has(mediaType)

/** One for each numbered page, in order. */
export function stampedPages({ body }: VolumePlan): readonly StampedPage[] {
  return body.flatMap(({ as, from = 0, to = 0, title, path, sha256, why }) => {
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    if (as === 'pages') return numbers.map((no) => ({ no }))
    const lines = [
      `原件：${path}`,
      `SHA-256：${sha256}`,
      ...(why === undefined ? [] : [`没有装订：${why}；请看电子原件。`]),
    ]
    return numbers.map((no) => ({ no, sheet: { title, lines, isEmpty: as === 'sheet' } }))
  })
}

/** `data/volume/volume.json`: of what the volume was made. The volume is for reading and printing; originals are what was sealed. */
export type VolumeRecord = {
  readonly v: 1
  readonly archiveNumber: string
  readonly part: number
  /** SHA-256 of the inventory from which it was made. */
  readonly inventory: string
} & (
  | {
      readonly file: { readonly path: string; readonly size: number; readonly sha256: string; readonly sm3: string }
      readonly frontPages: number
      readonly numberedPages: number
      readonly backPages: number
      /** PDF/A-2b is declared where every source allows it; else what does not. */
      readonly declares: 'PDF/A-2b' | null
      readonly because: readonly string[]
      readonly sources: readonly BoundSource[]
    }
  /** Why there is none. */
  | { readonly missing: string }
)

export const volumeText = (record: VolumeRecord): string => canonicalJson(record)

/** What a volume's record says that the sealed inventory does not; each as a sentence. */
export function volumeContradictions(record: VolumeRecord, inventory: Inventory, sha256: string): readonly string[] {
  const isOurs =
    record.inventory === sha256 && record.archiveNumber === inventory.archiveNumber && record.part === inventory.part
  if (!isOurs) return ['装订本说明与封存清单不是同一个案卷的。']
  if ('missing' in record) return []
  const said = new Map(record.sources.map((source) => [source.path, source]))
  const { front, body, back } = planVolume(inventory, new Map())
  const wrong = [...front, ...body, ...back].filter((source) => !isSamePlace(said.get(source.path), source))
  return [
    ...wrong.map(({ title }) => `装订本里《${title}》的摘要或者页号与封存清单不符。`),
    ...(said.size === front.length + body.length + back.length ? [] : ['装订本列出的文件与封存清单不一样多。']),
  ]
}

function isSamePlace(said: BoundSource | undefined, planned: BoundSource): boolean {
  return said !== undefined && said.sha256 === planned.sha256 && said.from === planned.from && said.to === planned.to
}
