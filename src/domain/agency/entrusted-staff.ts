import type { PlainDate } from '../calendar/plain-date.ts'
import type { EnforcementKind } from '../procedure/enforcement-kinds.ts'
import { type EntrustmentTerm, holdsOn } from './entrustment.ts'
import { ENTRUSTABLE } from './refuse-entrustment.ts'

/** A letter under which those who have a post in a unit act. */
export type EntrustedBy = EntrustmentTerm & { readonly organisation: string; readonly items: readonly string[] }
export type Staff = { readonly posts: readonly { readonly entrustedBy?: readonly EntrustedBy[] | null }[] }
/** What they act in: the kind of the case, and its item where it names one. */
export type Matter = { readonly kind: EnforcementKind; readonly item?: string | undefined }

/** Beside what may be entrusted: what comes before a case, and what follows one that is handled already. */
const KINDS: readonly string[] = [...ENTRUSTABLE, '线索', '其他']

/** The letters under which somebody acts; none for who has a post among the agency's own people. */
export function lettersOf({ posts }: Staff): readonly EntrustedBy[] {
  const letters = posts.map(({ entrustedBy }) => entrustedBy ?? [])
  return letters.every((each) => each.length > 0) ? letters.flat() : []
}

/** Why who belongs to an entrusted organisation does not act on that day, or not in this; nothing for everybody else (行政处罚法第二十条第四款). */
export function refuseStaff(staff: Staff, on: PlainDate, matter?: Matter): string | undefined {
  const letters = lettersOf(staff)
  const [first] = letters
  if (!first) return undefined
  const whose = `所在的${first.organisation}`
  const holding = letters.filter((letter) => holdsOn(letter, on))
  if (holding.length === 0) return `${whose}不在委托的期限内`
  if (matter && !KINDS.includes(matter.kind)) return `${whose}只受委托办理行政处罚和有关的行政检查`
  const item = matter?.item
  return item === undefined || holding.some(({ items }) => items.includes(item))
    ? undefined
    : `${whose}没有受委托办理“${item}”`
}
