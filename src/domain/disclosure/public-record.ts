import type { PlainDate } from '../calendar/plain-date.ts'
import { type CaseState, findRun, type IssuedDocument, type Party, type Violation } from '../case/state.ts'
import { findDocumentKind } from '../document/registry.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { isNaturalPerson } from './natural-person.ts'
import { peopleNamed } from './people-named.ts'
import { fineFenOf, type PublicRow, publicFacts, sanctionsOf } from './public-facts.ts'
import { type PublicStep, publicSteps } from './public-steps.ts'
import { type RedactionContext, redactText } from './redact-text.ts'
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
  readonly steps: readonly PublicStep[]
  readonly dueOn: PlainDate
  readonly disclosedOn: PlainDate
  readonly isRedacted: boolean
}

export type RecordRequest = {
  readonly state: CaseState
  readonly procedures: Procedures
  readonly documentId: string
  readonly agencyName: string
  /** The clause of remedies as printed on the decision. */
  readonly remedy?: string
  /** The last day on which it must be public. */
  readonly dueOn: PlainDate
  readonly today: PlainDate
}

export type RecordAnswer = { readonly ok: true; readonly record: PublicRecord } | NotPublished

/** Draws the public record of a decision from the case as it stands, or says why it may not be published (yet). */
export function publicRecordOf(request: RecordRequest): RecordAnswer {
  const { state, procedures, documentId } = request
  const document = state.documents.find((item) => item.id === documentId)
  const run = document && findRun(state, document.run)
  if (!document || !run) throw new Error(`no document ${documentId} in case ${state.id}`)
  const refusal = refusePublication(state, procedures, document, request.today)
  if (refusal) return refusal
  return { ok: true, record: draw(request, document, getProcedure(procedures, run.procedure, run.version)) }
}

function draw(
  request: RecordRequest,
  document: IssuedDocument & { run: string; seq: number },
  procedure: AnyProcedure,
) {
  const { state, agencyName, remedy, dueOn, today } = request
  const parties = state.parties.filter((party) => document.party === undefined || document.party === party.id)
  const violations = state.violations.filter((item) => parties.some((party) => party.id === item.party))
  const context = redactionContext(request)
  const redact = (text: string) => redactText(text, context)
  const facts = findRun(state, document.run)?.facts ?? { case: {}, party: {}, violation: {} }
  const scope = { procedure, facts, parties: parties.map(({ id }) => id), violations: violations.map(({ id }) => id) }
  const rows = publicFacts(scope, context)
  const fineFen = fineFenOf(scope)
  const record: PublicRecord = {
    title: redact(state.name),
    kind: procedure.title,
    documentTitle: findDocumentKind(document.code, document.issuedOn)?.title ?? '决定书',
    ...(document.number === undefined ? {} : { number: document.number }),
    decidedOn: document.issuedOn,
    agencyName,
    parties: parties.map((party) => publicParty(party, redact)),
    causes: unique(violations.map((item) => redact(item.cause))),
    facts: rows,
    sanctions: sanctionsOf(scope, redact),
    ...(fineFen > 0 ? { fineFen } : {}),
    bases: basesOf(violations),
    ...(remedy === undefined ? {} : { remedy: redact(remedy) }),
    steps: publicSteps(state, request.procedures, document),
    dueOn,
    disclosedOn: today,
    isRedacted: context.people.length > 0 || rows.some((row) => row.isRedacted),
  }
  return record
}

function publicParty(party: Party, redact: (text: string) => string) {
  if (isNaturalPerson(party)) return { name: redact(party.name) }
  return { name: party.name, ...(party.code === undefined ? {} : { code: party.code }) }
}

/** 法定代表人 of an organisation may be named; who runs a small trade may not. */
function redactionContext({ state, agencyName, procedures, remedy }: RecordRequest): RedactionContext {
  const people = state.parties.filter(isNaturalPerson)
  const firms = state.parties.filter((party) => !isNaturalPerson(party))
  const traders = firms.filter((party) => party.kind === 'self-employed').map((party) => party.legalRepresentative)
  return {
    people: [...people.map((party) => party.name), ...traders, ...peopleNamed(state, procedures)],
    homes: people.map((party) => party.address),
    protect: [
      agencyName,
      ...firms.flatMap((party) => [party.name, party.code ?? '', party.address]),
      ...(remedy === undefined ? [] : [remedy]),
    ],
  }
}

function basesOf(violations: readonly Violation[]): readonly string[] {
  return unique(violations.flatMap((item) => [item.basisViolated, item.basisPenalty]).filter((basis) => basis !== ''))
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
