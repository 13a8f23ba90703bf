import type { CaseEvent, EventOf } from './event.ts'
import { evolveClocks } from './evolve-clocks.ts'
import { evolveMerging } from './evolve-merging.ts'
import { evolveProposals } from './evolve-proposals.ts'
import { askException, bindRecording, decideException, explainScene, unbindRecording } from './evolve-recordings.ts'
import { evolveSignatures } from './evolve-signatures.ts'
import { evolveThings } from './evolve-things.ts'
import { evolveVoids, undone } from './evolve-voids.ts'
import { type CaseState, type Facts, type FactValues, MAIN_RUN, NO_FACTS, type Run, type Taken } from './state.ts'

/** The state after one more event; the same events always give the same state. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'case-opened') return openCase(event)
  if (!state) throw new Error(`a case begins with case-opened, not with ${event.type}`)
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq}`)
  const next = evolveCase({ ...state, seq: event.seq }, event)
  return 'run' in event ? withRun(next, event.run, (run) => evolveRun(run, event, next)) : next
}

/** Folds a whole history; undefined for an empty one. */
export function fold(events: readonly CaseEvent[]): CaseState | undefined {
  return events.reduce<CaseState | undefined>(evolve, undefined)
}

function openCase(event: EventOf<'case-opened'>): CaseState {
  const main = newRun({
    id: MAIN_RUN,
    procedure: event.procedure,
    version: event.version,
    stage: event.stage,
    seq: event.seq,
  })
  return {
    id: event.caseId,
    agency: event.agency,
    unit: event.unit,
    name: event.name,
    ...(event.origin && { origin: event.origin }),
    ...(event.item && { item: event.item }),
    openedOn: event.on,
    seq: event.seq,
    parties: event.parties,
    violations: event.violations,
    handlers: event.handlers,
    formerHandlers: event.formerHandlers ?? [],
    ...(event.recused && { recused: event.recused }),
    evidence: [],
    documents: [],
    deliveries: [],
    returned: [],
    runs: [main],
  }
}

function newRun(from: { id: string; procedure: string; version: string; stage: string; seq: number }): Run {
  const { id, procedure, version, stage } = from
  return { id, procedure, version, stage, openedSeq: from.seq, facts: NO_FACTS, clocks: [], proposals: [], taken: [] }
}

/** What the event changes outside its run. */
function evolveCase(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'document-issued':
      return issueDocument(state, event)
    case 'document-voided':
    case 'void-asked':
    case 'void-refused':
      return evolveVoids(state, event)
    case 'delivery-made': {
      const { document, party, method, effectiveOn, seq } = event
      return { ...state, deliveries: [...state.deliveries, { document, party, method, effectiveOn, seq }] }
    }
    case 'document-signed':
    case 'signature-refused':
      return evolveSignatures(state, event)
    case 'recording-bound':
      return bindRecording(state, event)
    case 'recording-unbound':
      return unbindRecording(state, event)
    case 'evidence-added':
      return { ...state, evidence: [...state.evidence, event.evidence] }
    case 'child-opened':
      return { ...state, runs: [...state.runs, childRun(event)] }
    case 'things-listed':
    case 'things-moved':
      return { ...state, things: evolveThings(state.things ?? [], event) }
    case 'payment-booked': {
      const { id, party, amountFen, paidOn, reference, from, reverses, reason, seq } = event
      const named = {
        ...(reference !== undefined && { reference }),
        ...(reverses !== undefined && { reverses, reason }),
      }
      const booked = { id, party, amountFen, paidOn, from, seq, ...named }
      return { ...state, payments: [...(state.payments ?? []), booked] }
    }
    case 'case-merged':
    case 'case-joined':
    case 'case-split':
      return evolveMerging(state, event)
    case 'handlers-changed':
      return changeHandlers(state, event.handlers)
    case 'case-ended':
      return endCase(state, event)
    case 'dossier-sealed':
      return sealDossier(state, event)
    case 'action-proposed':
    case 'approval-returned':
      return attach({ ...state, returned: evolveReturned(state, event) }, event)
    case 'approval-given':
    case 'countersigning-given':
      return attach(state, event)
    default:
      return state
  }
}

/** A file that is put to the same proposal again stands there once more, and is one file. */
function attach(
  state: CaseState,
  event: EventOf<'action-proposed' | 'approval-given' | 'approval-returned' | 'countersigning-given'>,
): CaseState {
  const { attachments = [], proposal, seq } = event
  if (attachments.length === 0) return state
  return {
    ...state,
    attachments: [...(state.attachments ?? []), ...attachments.map((one) => ({ ...one, proposal, seq }))],
  }
}

function changeHandlers(state: CaseState, handlers: readonly string[]): CaseState {
  const before = [...state.formerHandlers, ...state.handlers].filter((id) => !handlers.includes(id))
  return { ...state, handlers, formerHandlers: [...new Set(before)] }
}

function issueDocument(state: CaseState, event: EventOf<'document-issued'>): CaseState {
  const documents = [...state.documents, { ...event.document, run: event.run, seq: event.seq }]
  const { number } = event.document
  return event.numbersCase && number ? { ...state, documents, number } : { ...state, documents }
}

function endCase(state: CaseState, event: EventOf<'case-ended'>): CaseState {
  const ended = withRun(state, MAIN_RUN, (run) => ({
    ...run,
    outcome: event.outcome,
    endedOn: event.on,
    endedSeq: event.seq,
  }))
  return { ...ended, endedOn: event.on }
}

/** A supplement leaves number and day of the dossier as they are. */
function sealDossier(state: CaseState, { archiveNumber, on, part }: EventOf<'dossier-sealed'>): CaseState {
  return { ...state, sealed: { ...(state.sealed ?? { archiveNumber, on }), parts: part } }
}

function evolveReturned(state: CaseState, event: EventOf<'action-proposed'> | EventOf<'approval-returned'>) {
  if (event.type === 'action-proposed')
    return state.returned.filter((item) => item.run !== event.run || item.action !== event.action)
  const proposal = state.runs.find((run) => run.id === event.run)?.proposals.find((item) => item.id === event.proposal)
  if (!proposal) return state.returned
  return [...state.returned, { run: event.run, action: proposal.action, to: proposal.by, reason: event.reason }]
}

function childRun(event: EventOf<'child-opened'>): Run {
  const { parent, action, document, party, parties, draft } = event
  return {
    ...newRun({
      id: event.run,
      procedure: event.procedure,
      version: event.version,
      stage: event.stage,
      seq: event.seq,
    }),
    parent,
    openedBy: action,
    ...(document === undefined ? {} : { document }),
    ...(party === undefined ? {} : { party }),
    ...(parties === undefined ? {} : { parties }),
    ...(draft === undefined ? {} : { draft }),
  }
}

function withRun(state: CaseState, id: string, change: (run: Run) => Run): CaseState {
  return { ...state, runs: state.runs.map((run) => (run.id === id ? change(run) : run)) }
}

function evolveRun(run: Run, event: CaseEvent, state: CaseState): Run {
  switch (event.type) {
    case 'facts-recorded':
      return { ...run, facts: mergeFacts(run.facts, event.facts) }
    case 'action-taken':
      return evolveTaken(run, event, state)
    case 'reply-received':
      return receiveReply(run, event)
    case 'scene-explained':
      return explainScene(run, event)
    case 'exception-asked':
      return askException(run, event)
    case 'exception-decided':
      return decideException(run, event)
    case 'act-undone':
      return undone(run, event)
    case 'child-ended':
      return { ...run, outcome: event.outcome, endedOn: event.on, endedSeq: event.seq }
    default:
      return evolveClocks(evolveProposals(run, event), event)
  }
}

function receiveReply(run: Run, { kind, office, by, at, text }: EventOf<'reply-received'>): Run {
  return { ...run, replies: [...(run.replies ?? []), { kind, office, by: by ?? '', at, text }] }
}

function evolveTaken(run: Run, event: EventOf<'action-taken'>, state: CaseState): Run {
  const proposal = run.proposals.find((item) => item.id === event.proposal)
  const taken = {
    action: event.action,
    seq: event.seq,
    on: event.on,
    by: proposal?.by ?? event.approved?.by ?? event.by,
    ...agreedIn(proposal ?? event.approved),
    ...(proposal && { proposedOn: proposal.on }),
    ...(event.approved && { proposedOn: event.approved.on }),
    ...(event.scenes && { scenes: event.scenes }),
  }
  return {
    ...run,
    stage: event.stage,
    proposals: run.proposals.filter((item) => item !== proposal),
    taken: [...run.taken, taken],
    facts: event.clears ? withoutFacts(run.facts, event.clears, idsOf(state, event.parties)) : run.facts,
    ...(event.outcome === undefined ? {} : { result: event.outcome }),
    ...(event.results === undefined ? {} : { results: { ...run.results, ...event.results } }),
  }
}

type Agreed = Pick<Taken, 'agreed' | 'countersigning'>

function agreedIn({ agreed, countersigning }: Agreed = { agreed: [] }): Agreed {
  return { agreed, ...(countersigning && { countersigning }) }
}

/** The parties that were concerned and their acts; undefined for all. */
function idsOf({ violations }: CaseState, parties: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (!parties) return undefined
  return new Set([...parties, ...violations.filter((act) => parties.includes(act.party)).map(({ id }) => id)])
}

/** What is void for some stands for the others. */
function withoutFacts(facts: Facts, names: readonly string[], of: ReadonlySet<string> | undefined): Facts {
  const keep = (values: Facts['case']) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
  const each = (by: Facts['party']) =>
    Object.fromEntries(Object.entries(by).map(([id, values]) => [id, of && !of.has(id) ? values : keep(values)]))
  return { case: keep(facts.case), party: each(facts.party), violation: each(facts.violation) }
}

/** Later values replace earlier ones, name by name; what is taken back is gone. */
export function mergeFacts(base: Facts, more: Facts): Facts {
  return {
    case: mergeValues(base.case, more.case),
    party: mergeEach(base.party, more.party),
    violation: mergeEach(base.violation, more.violation),
  }
}

function mergeEach(base: Facts['party'], more: Facts['party']): Facts['party'] {
  const merged = { ...base }
  for (const [id, values] of Object.entries(more)) merged[id] = mergeValues(merged[id] ?? {}, values)
  return merged
}

function mergeValues(base: FactValues, more: FactValues): FactValues {
  const merged = { ...base, ...more }
  if (!Object.values(more).includes(null)) return merged
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
