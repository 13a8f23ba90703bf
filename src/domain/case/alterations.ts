import type { PlainDate } from '../calendar/plain-date.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { isAboutDecision } from './contested-act.ts'
import type { Environment } from './environment.ts'
import { type CaseState, rootRun } from './state.ts'

/** What has become of a decision for a party: done away with, or another in its place; since when, by whom, and in which case. */
export type Alteration = {
  readonly how: 'changed' | 'revoked'
  readonly on: PlainDate
  readonly by: string
  readonly caseId: string
  /** The case that states what is decided now; none where nobody has written it down yet. */
  readonly decision?: CaseState
}

type Known = { readonly env: Pick<Environment, 'procedures' | 'disputes'> }
const OWN = '本机关'
const CHANGE = 'decision-change'

/** The last thing that has become of the decision for this party; nothing where it stands as it was made. */
export function alterationOf({ env }: Known, party: string): Alteration | undefined {
  const ofParty = (env.disputes ?? []).filter(({ parties }) => parties.some(({ id }) => id === party))
  const found = ofParty.flatMap((other) => alterationBy(env, other, party) ?? [])
  return found.toSorted((a, b) => a.on.localeCompare(b.on) || Number(a.by === OWN) - Number(b.by === OWN)).at(-1)
}

function alterationBy({ procedures }: Known['env'], other: CaseState, party: string): Alteration | undefined {
  const run = rootRun(other)
  const { alters, contests } = getProcedure(procedures, run.procedure, run.version)
  const altered = alters?.({ state: other, run })
  if (!altered || (contests && !isAboutDecision(run))) return undefined
  const isStated = !contests && other.violations.some((item) => item.party === party)
  const by = contests?.kind ?? OWN
  return { ...altered, by, caseId: other.id, ...(altered.how === 'changed' && isStated && { decision: other }) }
}

/** Where it is decided what this party owes: here, in the case that changed it, or nowhere any more. */
export function decidedFor(subject: Known & { readonly state: CaseState }, party: string) {
  const alteration = alterationOf(subject, party)
  if (alteration?.how === 'revoked') return undefined
  const state = alteration?.decision ?? subject.state
  return { state, run: rootRun(state) }
}

/** The day on which a party has the paper that changed the decision. */
export function changedDeliveredOn({ documents, deliveries }: CaseState, party: string): PlainDate | undefined {
  const ofParty = documents.filter(
    ({ code, voided, party: whose }) => code === CHANGE && !voided && (whose ?? party) === party,
  )
  return deliveries.findLast((made) => made.party === party && ofParty.some(({ id }) => id === made.document))
    ?.effectiveOn
}

/** Why nothing may be executed by the decision as it was made. */
export function whyAltered({ how, by, on }: Alteration): string {
  return how === 'revoked'
    ? `原决定已经被${by}撤销（${on}），没有可以执行的；已经缴纳的款项应当退还`
    : `原决定已经被${by}改变（${on}），不能再按原决定执行；请先办“处罚决定的补正、变更、撤销”，写明变更以后的处罚内容`
}

const FATES: Readonly<Record<string, Alteration['how']>> = {
  变更: 'changed',
  部分撤销: 'changed',
  撤销或者部分撤销: 'changed',
  撤销: 'revoked',
  确认无效: 'revoked',
}

/** What a review or a judgment has made of it. What is found unlawful and not revoked stands (行政复议法第六十五条、行政诉讼法第七十四条第一款). */
export function fateOf(alteration: unknown): Alteration['how'] | undefined {
  return FATES[String(alteration)]
}
