import type { TransferDetail } from '#contract/transfers.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { lastDayOf } from '#domain/case/clock.ts'
import { newest } from '#domain/case/clock-events.ts'
import type { FactValue, Run } from '#domain/case/state.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import { formatFact } from '#domain/form/format-fact.ts'
import type { AnyProcedure, Fact } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { type LiaisonOffice, REPLY_KINDS, REPLY_RULES, replyTitle } from '#domain/transfer/reply.ts'
import { refuseReply } from '#domain/transfer/see-transfer.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findTransfer, type SeenTransfer } from './find-transfers.ts'
import { transferRow } from './transfer-row.ts'

/** One transfer, as far as it is for the caller's office: its own facts, papers, terms and answers, and nothing else of the case. */
export async function readTransfer(
  ctx: RequestContext,
  caseId: string,
  run: string,
): Promise<TransferDetail | Refused> {
  ctx.audit({ subject: `case:${caseId}`, detail: { run } })
  const found = await findTransfer(ctx.db, ctx, { case: caseId, run })
  if (!found) return notFound('移送')
  const { office, transfer } = found
  const ready = await readyOf(ctx, transfer)
  const today = ctx.clock.today()
  const procedure = getProcedure(PROCEDURES, transfer.run.procedure, transfer.run.version)
  return {
    ...transferRow(transfer, today),
    office,
    agencyPhone: transfer.agencyPhone,
    caseNumber: transfer.state.number ?? null,
    facts: factsOf(procedure, transfer),
    clocks: clocksOf(procedure, transfer.run, today),
    documents: papersOf(transfer).map((paper) => ({ ...paper, isReady: ready.has(paper.id) })),
    replies: repliesOf(transfer),
    mayReply: offersOf(transfer.run, office),
  }
}

/** The papers of the transfer itself. */
function papersOf({ state, run }: SeenTransfer) {
  return state.documents
    .filter((doc) => doc.run === run.id && !doc.voided)
    .map(({ id, code, number = null, issuedOn }) => ({ id, title: documentTitleOf(code, issuedOn), number, issuedOn }))
}

async function readyOf(ctx: RequestContext, transfer: SeenTransfer): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.query<{ id: string }>({
    name: 'transfer-papers-ready',
    text: 'SELECT document_id AS id FROM app.document_files WHERE document_id = ANY ($1)',
    values: [papersOf(transfer).map(({ id }) => id)],
  })
  return new Set(rows.map(({ id }) => id))
}

function factsOf(procedure: AnyProcedure, { run, names }: SeenTransfer): TransferDetail['facts'] {
  const shown = (fact: Fact, value: FactValue) =>
    fact.kind === 'people' && Array.isArray(value)
      ? value.map((id) => names[String(id)] ?? '').join('、')
      : formatFact(fact, value)
  return Object.entries(procedure.facts).flatMap(([name, fact]) => {
    const value = run.facts.case[name]
    return value === undefined ? [] : [{ title: fact.title, text: shown(fact, value) }]
  })
}

function clocksOf(procedure: AnyProcedure, run: Run, today: PlainDate): TransferDetail['clocks'] {
  return newest(run.clocks).map((clock) => ({
    title: procedure.clocks[clock.clock]?.title ?? clock.clock,
    dueOn: lastDayOf(clock),
    metOn: clock.metOn ?? null,
    daysLeft: daysBetween(today, lastDayOf(clock)),
  }))
}

function repliesOf({ run, names }: SeenTransfer): TransferDetail['replies'] {
  return (run.replies ?? []).map(({ kind, office, by, at, text }) => ({
    title: replyTitle(kind),
    office,
    by: names[by] ?? '',
    at,
    text,
  }))
}

/** Only what the office answers at all, each open or with the reason why not now. */
function offersOf(run: Run, office: LiaisonOffice): TransferDetail['mayReply'] {
  return REPLY_KINDS.filter((kind) => REPLY_RULES[kind].offices.includes(office)).map((kind) => {
    const { title, basis, asks } = REPLY_RULES[kind]
    return { kind, title, basis, asks, refusal: refuseReply(run, office, kind)?.sentence ?? null }
  })
}
