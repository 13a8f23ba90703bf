import type { OpenCaseInput } from '#contract/cases.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { contestableActs, INACTION } from '#domain/case/contested-act.ts'
import { ITEM_KINDS } from '#domain/item/item.ts'
import type { AnyProcedure, Role } from '#domain/procedure/definition.ts'
import { kindOf } from '#domain/procedure/kind-of.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { environmentOf, findCase, openCase, standingLaw } from '#server/features/cases/index.ts'
import { searchItems, searchViolations } from '#server/features/catalogue/index.ts'
import { RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { callerOf } from './live-case.ts'
import type { Plot } from './plot.ts'
import { SUBJECTS } from './subjects.ts'
import { writeFacts } from './write-facts.ts'
import { comesUp, type YearLicence } from './year-licences.ts'
import type { YearOffice } from './year-office.ts'

/** A case of the year that another one may come from. */
export type Root = {
  readonly id: string
  readonly procedure: string
  readonly office: YearOffice
  readonly party: string
  readonly handlers: readonly [string, string]
  outcome: string | undefined
  stage: string | undefined
}
/** What came before: the cases of the year, and the licences that they granted. */
export type Past = { readonly roots: readonly Root[]; readonly licences: readonly YearLicence[] }
export type Opening = {
  readonly plot: Plot
  readonly office: YearOffice
  readonly party: string
  readonly partyName: string
  readonly handlers: readonly [string, string]
  readonly origin: string | undefined
  readonly licence: YearLicence | undefined
}

/** What can be opened by somebody of this office on a day; what only comes from another case waits until there is one. */
export function openable(office: YearOffice, on: PlainDate, past: Past): readonly AnyProcedure[] {
  const codes = [...new Set([...PROCEDURES.values()].map(({ code }) => code))]
  return codes.flatMap((code) => {
    const procedure = currentProcedure(PROCEDURES, code, on)
    if (!procedure?.opening || !mayOpen(office, procedure.opening)) return []
    return needsRoot(procedure) && rootsFor(procedure, office, past, on).length === 0 ? [] : [procedure]
  })
}

function mayOpen(office: YearOffice, { by, asks }: NonNullable<AnyProcedure['opening']>): boolean {
  return [by].flat().some((role) => office.withRole(role).length > 0) && (!asks.includes('device') || watches(office))
}

/** Whether the office has devices that record by themselves. */
export const watches = ({ field }: YearOffice): boolean => (SUBJECTS[field]?.recorded.length ?? 0) > 0

/** It comes from another case, contests one, or is about a licence that has to stand in the register. */
export const needsRoot = (procedure: AnyProcedure): boolean =>
  procedure.opening?.needsOrigin === true || procedure.contests !== undefined || isAboutLicence(procedure)

export function isAboutLicence({ opening }: AnyProcedure): boolean {
  return opening?.asks.includes('licence-number') === true && (opening.from ?? []).length > 0
}

/** Ends that somebody may be discontent with. */
const CONTESTED: readonly string[] = ['penalty', 'refused', 'rejected', 'revoked', 'upheld']

/** Against what was decided on the spot review comes before the court (行政复议法第二十三条第一款第一项). */
function isContested({ code }: AnyProcedure, root: string, outcome = ''): boolean {
  return CONTESTED.includes(outcome) && !(code === 'litigation' && root === 'penalty-summary')
}

/** Cases of the same office from which this procedure may come on a day. */
export function rootsFor(procedure: AnyProcedure, office: YearOffice, past: Past, on: PlainDate): readonly Root[] {
  const sources = (procedure.opening?.from ?? []).flatMap((source) => (source === 'clue' ? [] : [source]))
  const fits = ({ procedure: code, outcome }: Root) =>
    (!procedure.contests || isContested(procedure, code, outcome)) &&
    sources.some((source) => source.procedure === code && (source.outcomes?.includes(outcome ?? '') ?? true))
  const own = past.roots.filter((root) => root.office === office && fits(root))
  if (!isAboutLicence(procedure)) return own
  const up = past.licences.filter((licence) => comesUp(procedure.code, licence, on))
  return own.filter((root) => up.some(({ id }) => id === root.id))
}

/** Opens the case by who may; the reason why not, when every way to fill in the form was refused. */
export async function openYearCase(
  ctx: Context,
  asked: Opening,
  at: Date,
): Promise<{ readonly id: string } | { readonly refused: string }> {
  const { plot, office, party, handlers, origin, licence } = asked
  const procedure = currentProcedure(PROCEDURES, plot.procedure, dateInShanghai(at))
  if (!procedure?.opening) throw new Error(`no procedure ${plot.procedure}`)
  const violations = procedure.opening.violations ? await violationsOf(ctx, party, plot) : []
  const contested = await contestedOf(ctx, asked, procedure, dateInShanghai(at))
  const item = await itemOf(ctx, asked, procedure, dateInShanghai(at))
  const input = {
    ...(item && { item: item.id }),
    procedure: plot.procedure,
    name: nameOf(asked, procedure, item?.name, contested),
    parties: [party],
    violations,
    handlers: [...handlers],
    ...(origin === undefined ? {} : { origin: { kind: 'case' as const, id: origin } }),
  }
  const opener = openerOf([procedure.opening.by].flat()[0] ?? 'handler', asked)
  let refused = ''
  const form = { plot, office, party, procedure, handlers, licence, contested, hasItem: item !== undefined }
  for (const facts of await openingFacts(ctx, form, at)) {
    const opened = await tryOpening(callerOf(ctx, office, opener, at, undefined), { ...input, facts })
    if ('id' in opened) return opened
    refused = opened.refused
  }
  return { refused }
}

function nameOf({ partyName, plot }: Opening, procedure: AnyProcedure, item?: string, contested?: string): string {
  const { opening, contests } = procedure
  if (contests)
    return `${partyName}不服${contested ?? plot.cause}${HOW_ASKED[contests.kind] ?? contests.kind}`.slice(0, 100)
  return `${partyName}${item ?? plot.cause}${opening?.violations ? '案' : ''}`
}

const HOW_ASKED: Readonly<Record<string, string>> = { 行政复议: '申请行政复议', 行政诉讼: '提起行政诉讼' }

/** What was done last in the case that is contested, as its paper is cited. */
async function contestedOf(
  ctx: Context,
  { origin, office, handlers }: Opening,
  { contests }: AnyProcedure,
  today: PlainDate,
) {
  if (!contests || origin === undefined) return undefined
  const found = await findCase(ctx.db, { caseId: origin, agencyId: office.agencyId, people: [...handlers], today })
  return found && contestableActs(found.state).findLast((act) => act !== INACTION)
}

/** Where the office has a list of this kind, one of its published items; which of them the subject decides. */
async function itemOf(ctx: Context, { office, plot }: Opening, procedure: AnyProcedure, on: PlainDate) {
  const kind = ITEM_KINDS.find((one) => one === kindOf(procedure))
  if (!procedure.opening?.item || kind === undefined) return undefined
  const { items } = await searchItems(ctx.db, { agencyId: office.agencyId, on, text: '', kind, limit: 50 })
  const published = items.filter(({ publishedOn }) => publishedOn !== null && publishedOn <= on)
  return published[plot.found.length % Math.max(1, published.length)]
}

function openerOf(role: Role, { office, handlers }: Opening): string {
  return role === 'handler' ? handlers[0] : (office.withRole(role)[0] ?? '')
}

async function tryOpening(caller: RequestContext, input: OpenCaseInput) {
  try {
    return await openCase(caller, input)
  } catch (error) {
    if (error instanceof RefusedError) return { refused: error.refusal.detail ?? '' }
    throw error
  }
}

type Form = Pick<Opening, 'plot' | 'office' | 'party' | 'handlers' | 'licence'> & {
  readonly procedure: AnyProcedure
  readonly contested: string | undefined
  readonly hasItem: boolean
}

/** The form filled in plainly, then with everything, then with what is not known denied. */
async function openingFacts(ctx: Context, form: Form, at: Date) {
  const { plot, office, party, procedure, handlers, licence, contested, hasItem } = form
  const law = await standingLaw(ctx, office.agencyId)
  const { agencyId: id, regionName } = office
  const clock = { now: () => at, today: () => dateInShanghai(at) }
  const env = environmentOf(clock, law, { agency: { id, name: '', isQualified: true, regionName }, people: [] })
  const ids: Parameters<typeof writeFacts>[0]['ids'] = (role) => (role === 'handler' ? handlers : office.withRole(role))
  const { asks = [], item } = procedure.opening ?? {}
  const asking = { asks: asks.filter((name) => !hasItem || (name !== item?.name && name !== item?.basis)) }
  const desk = { env, plot, ids, licence, contested }
  const moods = [true, false].flatMap((yes) => [false, true].map((isFull) => ({ yes, isFull, amount: plot.amount })))
  return moods.map((mood) => {
    const { case: ofCase = {} } = writeFacts({ ...desk, procedure }, asking, mood)
    const perParty = writeFacts({ ...desk, procedure: asCase(procedure, 'party') }, asking, mood).case ?? {}
    const perAct = writeFacts({ ...desk, procedure: asCase(procedure, 'violation') }, asking, mood).case ?? {}
    const acts = Object.keys(perAct).length > 0 ? { 0: { ...perAct } } : {}
    return {
      case: { ...ofCase },
      party: Object.keys(perParty).length > 0 ? { [party]: { ...perParty } } : {},
      violation: acts,
    }
  })
}

/** The facts of a party or an act as if they were the case's, while there is no case yet. */
function asCase(procedure: AnyProcedure, per: 'party' | 'violation'): AnyProcedure {
  const own = Object.entries(procedure.facts).filter(([, fact]) => fact.per === per)
  return { ...procedure, facts: Object.fromEntries(own.map(([name, fact]) => [name, { ...fact, per: 'case' }])) }
}

function violationsOf(ctx: Context, party: string, plot: Plot) {
  const acts = plot.second ? [plot, plot.second] : [plot]
  return Promise.all(acts.map((act) => violationOf(ctx, party, { ...act, procedure: plot.procedure })))
}

async function violationOf(
  ctx: Context,
  party: string,
  { procedure, cause, basis }: Pick<Plot, 'procedure' | 'cause' | 'basis'>,
) {
  // What is decided on the spot is too small for the ranges of the catalogue.
  const isSmall = procedure === 'penalty-summary'
  const { violations } = await searchViolations(ctx.db, { text: cause, limit: 5 })
  const found = isSmall ? undefined : violations.find((item) => item.cause === cause)
  const own = { party, cause, basisViolated: '', basisPenalty: found ? '' : basis }
  return found ? { ...own, catalogueId: found.id } : own
}
