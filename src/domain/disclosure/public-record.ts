import type { PlainDate } from '../calendar/plain-date.ts'
import { type CaseState, findRun, type IssuedDocument, type Party, type Violation } from '../case/state.ts'
import { findDocumentKind } from '../document/registry.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import type { EarlierDecision, LaterEffect } from './later-act.ts'
import { type ListedReplacement, listingRedactor, type Redactor } from './listing-redactor.ts'
import { isNaturalPerson } from './natural-person.ts'
import { fineFenOf, isWarningOnly, type PublicRow, publicFacts, sanctionsOf } from './public-facts.ts'
import { type PublicStep, publicSteps } from './public-steps.ts'
import { redactionContext } from './redaction-context.ts'
import { type NotPublished, refusePublication } from './refuse-publication.ts'

/** What everybody may read of one decision. Amounts in fen. */
export type PublicRecord = {
  readonly title: string
  /** Title of the procedure and of the document, such as 行政处罚（普通程序） and 行政处罚决定书. */
  readonly kind: string
  readonly documentTitle: string
  readonly number?: string
  readonly decidedOn: PlainDate
  readonly agencyName: string
  /** A natural person has a mark and no code. */
  readonly parties: readonly { readonly name: string; readonly code?: string }[]
  readonly causes: readonly string[]
  readonly facts: readonly PublicRow[]
  readonly sanctions: readonly string[]
  readonly fineFen?: number
  readonly bases: readonly string[]
  readonly remedy?: string
  /** The decisions that it takes the place of, or changes; the newest first. */
  readonly earlier?: readonly EarlierDecision[]
  readonly steps: readonly PublicStep[]
  readonly dueOn: PlainDate
  readonly disclosedOn: PlainDate
  readonly isRedacted: boolean
  /** Somebody's name or number was replaced: then the paper itself, which has them, is not public. */
  readonly hidesPeople?: boolean
  /** The last day on which it is public; absent where no term applies. */
  readonly publishedUntilOn?: PlainDate
  /** The newest correction: 1 is the first publication, so that the first correction makes version 2. */
  readonly correction?: { readonly on: PlainDate; readonly note: string; readonly version: number }
}

export type RecordRequest = {
  readonly state: CaseState
  readonly procedures: Procedures
  readonly documentId: string
  readonly agencyName: string
  /** The clause of remedies as printed on the decision. */
  readonly remedy?: string
  /** The case of the decision that it changes or ends; who is hidden there is hidden here. */
  readonly decided?: CaseState
  readonly effect?: LaterEffect
  readonly earlier?: readonly EarlierDecision[]
  /** The last day on which it must be public. */
  readonly dueOn: PlainDate
  readonly today: PlainDate
  /** What somebody marked by hand is hidden beside what the rules find. */
  readonly byHand?: readonly string[]
  /** False when left out: a mere warning is not published. */
  readonly publishesWarningOnly?: boolean
}

export type DrawnRecord = {
  readonly ok: true
  readonly record: PublicRecord
  /** Every replacement with its rule and the original; for the reader in the office only. */
  readonly replacements: readonly ListedReplacement[]
}
export type RecordAnswer = DrawnRecord | NotPublished

/** Draws the public record of a decision from the case as it stands, or says why it may not be published (yet). */
export function publicRecordOf(request: RecordRequest): RecordAnswer {
  const { state, procedures, documentId } = request
  const document = state.documents.find((item) => item.id === documentId)
  const run = document && findRun(state, document.run)
  if (!document || !run) throw new Error(`no document ${documentId} in case ${state.id}`)
  const refusal = refusePublication(request, document)
  if (refusal) return refusal
  const drawn = draw(request, document, getProcedure(procedures, run.procedure, run.version))
  if (request.effect === 'replaced' && drawn.record.sanctions.length === 0) return SPARED
  if (request.publishesWarningOnly !== true && isWarningOnly(drawn.record.sanctions)) return WARNING_ONLY
  return drawn
}

const WARNING_ONLY: NotPublished = {
  ok: false,
  when: 'never',
  reason: '仅给予警告的处罚不公示',
  basis: '《市场监督管理行政处罚信息公示规定》第二条',
}

const SPARED: NotPublished = {
  ok: false,
  when: 'never',
  reason: '变更后不予处罚，不公示；原决定已经撤下',
  basis: '《行政处罚法》第四十八条第二款',
}

function draw(
  request: RecordRequest,
  document: IssuedDocument & { run: string; seq: number },
  procedure: AnyProcedure,
): DrawnRecord {
  const { state, agencyName, remedy, earlier = [], dueOn, today } = request
  const parties = state.parties.filter((party) => document.party === undefined || document.party === party.id)
  const violations = state.violations.filter((item) => parties.some((party) => party.id === item.party))
  const context = redactionContext(request)
  const { redact, listed } = listingRedactor(context)
  const facts = findRun(state, document.run)?.facts ?? { case: {}, party: {}, violation: {} }
  const scope = {
    procedure,
    facts,
    parties: parties.map(({ id }) => id),
    violations: violations.map(({ id }) => id),
    // The decision before is named with its day and a link to its page, and not a second time as a bare number.
    without: earlier.length > 0 ? ['original-number'] : [],
  }
  const rows = publicFacts(scope, redact)
  const fineFen = fineFenOf(scope)
  const record: PublicRecord = {
    title: redact(state.name, '标题'),
    kind: procedure.title,
    documentTitle: findDocumentKind(document.code, document.issuedOn)?.title ?? '决定书',
    ...(document.number === undefined ? {} : { number: document.number }),
    decidedOn: document.issuedOn,
    agencyName,
    parties: parties.map((party) => publicParty(party, redact)),
    causes: unique(violations.map((item) => redact(item.cause, '案由'))),
    facts: rows,
    sanctions: sanctionsOf(scope, redact),
    ...(fineFen > 0 ? { fineFen } : {}),
    bases: basesOf(violations),
    ...(remedy === undefined ? {} : { remedy: redact(remedy, '救济途径') }),
    ...(earlier.length > 0 ? { earlier } : {}),
    steps: publicSteps(state, request.procedures, document),
    dueOn,
    disclosedOn: today,
    isRedacted: listed.length > 0,
    hidesPeople: listed.some((item) => item.kind !== 'address'),
  }
  return { ok: true, record, replacements: unlike(listed) }
}

function publicParty(party: Party, redact: Redactor) {
  if (isNaturalPerson(party)) return { name: redact(party.name, '当事人') }
  return { name: party.name, ...(party.code === undefined ? {} : { code: party.code }) }
}

/** One fact may stand in several violations; the same replacement of one field is listed once. */
function unlike(listed: readonly ListedReplacement[]): readonly ListedReplacement[] {
  const key = ({ where, start, original }: ListedReplacement) => `${where} ${start} ${original}`
  return [...new Map(listed.map((item) => [key(item), item])).values()]
}

function basesOf(violations: readonly Violation[]): readonly string[] {
  return unique(violations.flatMap((item) => [item.basisViolated, item.basisPenalty]).filter((basis) => basis !== ''))
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
