import type { PrepareInput } from '#contract/disclosures.ts'
import { isNaturalPerson } from '#domain/disclosure/natural-person.ts'
import type { DrawnRecord } from '#domain/disclosure/public-record.ts'
import { redact } from '#domain/disclosure/redact-text.ts'
import { refuseByHand } from '#domain/disclosure/refuse-by-hand.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { keepDraft } from './disclosures-store.ts'
import { contextOf, type Draft, drawRecord, isPenalty, type StoredDisclosure } from './read-disclosure.ts'
import { takeStep } from './take-step.ts'

/** Draws what the public would see and keeps it for the second person; of what is public it becomes a correction. */
export function prepareDisclosure(ctx: RequestContext, id: string, input: PrepareInput) {
  return takeStep(ctx, { id, to: 'prepared', from: ['due', 'prepared', 'published'] }, async (tx, stored) => {
    const refusal = refuseHands(ctx, stored) ?? refuseInput(stored, input)
    if (refusal) return refusal
    const parameters = await loadParameterValues(tx, stored.agencyId)
    const under = { procedures: PROCEDURES, parameters, today: ctx.clock.today(), byHand: input.byHand }
    const drawn = drawRecord(stored, under)
    if (!drawn.ok) return refused('gate-closed', `${drawn.reason}。`, { basis: drawn.basis })
    const missed = refuseMissed(stored, drawn, input)
    if (missed) return missed
    const draft: Draft = { record: drawn.record, replacements: drawn.replacements, input: cleaned(stored, input) }
    await keepDraft(tx, id, { draft, by: ctx.actor.personId, at: ctx.clock.now().toISOString() })
    return undefined
  })
}

/** The draft shows originals: it is for those who work on the case. */
function refuseHands({ actor }: RequestContext, { state }: StoredDisclosure): Refused | undefined {
  if (state.handlers.includes(actor.personId) || actor.roles.includes('unit-head')) return undefined
  return refused('forbidden', '公示由本案承办人员或者承办机构负责人准备。')
}

const ARTICLE_48 = '《行政处罚法》第四十八条第一款'
const CREDIT = '《信用修复管理办法》（国家发展改革委令第36号）'

function refuseInput(stored: StoredDisclosure, input: PrepareInput): Refused | undefined {
  const isCorrection = stored.status === 'published'
  if (isCorrection && input.correctionNote === undefined)
    return wrong(
      'correctionNote',
      '已经公示的内容只能更正：请写明更正说明，公众会看到。',
      '《政府信息公开条例》第四十一条',
    )
  if (!isPenalty(stored)) return undefined
  return isCorrection ? refuseTier(input) : (refuseInfluence(input) ?? refuseTier(input))
}

function refuseInfluence({ influence, influenceReason }: PrepareInput): Refused | undefined {
  if (influence === undefined)
    return wrong('influence', '请判断这项处罚决定是否具有一定社会影响：有的公示，没有的不公示。', ARTICLE_48)
  if (influence === 'no' && influenceReason === undefined)
    return wrong('influenceReason', '认为不具有一定社会影响的，请写明理由。', ARTICLE_48)
  return undefined
}

function refuseTier({ tier, exceptionReason, influence }: PrepareInput): Refused | undefined {
  if (influence === 'no') return undefined
  if (tier === undefined) return wrong('tier', '请选择失信程度，公示期按它计算。', CREDIT)
  if (tier === 'minor' && exceptionReason === undefined)
    return wrong('exceptionReason', '轻微失信信息原则上不公示；确需公示的，请写明理由，公示期最长三个月。', CREDIT)
  return undefined
}

/** What was marked by hand has to be there to be hidden, and must not be what the public has a right to. */
function refuseMissed(stored: StoredDisclosure, drawn: DrawnRecord, { byHand }: PrepareInput): Refused | undefined {
  const { agencyName, number = '' } = drawn.record
  const firms = stored.state.parties.filter((party) => !isNaturalPerson(party)).map((party) => party.name)
  const mustStay = refuseByHand({ byHand, mustStay: [agencyName, number, ...firms] })
  if (mustStay) return wrong('byHand', mustStay, '《政府信息公开条例》第二十条')
  const hidden = drawn.replacements.filter(({ kind }) => kind === 'by-hand').map(({ original }) => original)
  const missing = byHand.find((text) => !hidden.some((original) => covers(original, text)))
  return missing === undefined ? undefined : wrong('byHand', `公示稿里没有“${missing}”，或者它已经隐去；请照原文填写。`)
}

function covers(original: string, text: string): boolean {
  return redact(original, { people: [], byHand: [text] }).replacements.length > 0
}

function wrong(field: string, sentence: string, basis?: string): Refused {
  const more = basis === undefined ? {} : { basis }
  return refused('invalid-input', sentence, { ...more, errors: [{ pointer: `/${field}`, sentence, ...more }] })
}

/** The public reads the note of a correction, so that it passes the same rules. */
function cleaned(stored: StoredDisclosure, input: PrepareInput): PrepareInput {
  if (input.correctionNote === undefined) return input
  const context = { ...contextOf(stored, PROCEDURES), byHand: input.byHand }
  return { ...input, correctionNote: redact(input.correctionNote, context).text }
}
