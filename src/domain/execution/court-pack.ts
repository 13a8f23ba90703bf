import type { CaseState } from '../case/state.ts'
import { FIVE_PAPERS } from '../document/fill/fill-court.ts'
import { titleOf } from '../document/fill/issued-documents.ts'

/** Kinds of papers in each of the five parts (行政强制法第五十五条第一款), in the order in which a judge reads them. */
const PARTS: readonly (readonly string[])[] = [
  ['court-application'],
  [
    'penalty-decision',
    'summary-decision',
    'filing-approval',
    'investigation-report',
    'evidence-list',
    'inquiry-record',
    'scene-record',
    'penalty-notice',
    'decision-approval',
    'review-opinion',
    'panel-record',
  ],
  [
    'reconsideration-opinion',
    'hearing-record',
    'hearing-report',
    'execution-urging',
    'fine-urging',
    'delivery-receipt',
  ],
  [
    'payment-notice',
    'instalment-approval',
    'instalment-grant',
    'surcharge-decision',
    'seizure-decision',
    'seizure-list',
  ],
  [],
]
const EVIDENCE_PART = 1
const OTHER_PART = 4
/** Papers of the office that go to no court; by the last somebody may be known who reported. */
const WITHIN: readonly string[] = ['closure-approval', 'operation-trail', 'court-application', 'report-handling']

/**
 * One paper or piece of evidence of a pack; its file is found by the id or by the digest, or is made for the pack; what has none is listed
 * with a word why.
 */
export type PackItem = {
  readonly part: number
  readonly title: string
  readonly number?: string
  readonly onDate?: string
  readonly evidence?: string
  readonly proves?: string
} & (
  | { readonly document: string }
  | { readonly sha256: string; readonly fileName: string }
  | { readonly made: string }
  | { readonly unfiled: string }
)

/** What goes to the court, part by part; undefined while no application has been made. */
export function courtPackOf(state: CaseState): readonly PackItem[] | undefined {
  const application = state.documents.findLast(({ code, voided }) => code === 'court-application' && !voided)
  if (!application) return undefined
  const papers = state.documents.filter((doc) => !doc.voided && (doc.code !== application.code || doc === application))
  const listed = papers.flatMap((doc): readonly (PackItem & { readonly rank: number })[] => {
    const part = partOf(doc.code)
    if (part === undefined) return []
    const { id, number, issuedOn } = doc
    const rank = PARTS[part]?.indexOf(doc.code) ?? 0
    return [{ part, rank, document: id, title: titleOf(state, doc), onDate: issuedOn, ...(number && { number }) }]
  })
  const evidence = state.evidence.flatMap(({ title, sha256, fileName }) =>
    sha256 ? [{ part: EVIDENCE_PART, rank: 99, title: `证据：${title}`, sha256, fileName: fileName ?? title }] : [],
  )
  return [...listed, ...evidence]
    .toSorted((a, b) => a.part - b.part || a.rank - b.rank)
    .map(({ rank: _, ...item }) => item)
}

function partOf(code: string): number | undefined {
  const part = PARTS.findIndex((codes) => codes.includes(code))
  if (part >= 0) return part
  return WITHIN.includes(code) ? undefined : OTHER_PART
}

/** The folder of a part: 1 强制执行申请书. */
export function partFolder(part: number, parts: readonly string[] = FIVE_PAPERS): string {
  return `${part + 1} ${parts[part]}`
}

/** A name that no file system objects to. */
export function fileNameOf(index: number, item: PackItem, extension: string): string {
  const name = `${String(index).padStart(2, '0')} ${item.title}${item.number ? ` ${item.number}` : ''}`
  return `${name.replaceAll(/[\\/:*?"<>|\n]/gu, '-').slice(0, 120)}${extension}`
}
