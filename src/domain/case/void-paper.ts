import { refuseActor, refuseAnyRole } from '../access/acting.ts'
import { documentTitleOf } from '../document/document-title.ts'
import { actionsOf, type Placed } from '../procedure/actions-of.ts'
import type { Action, Role } from '../procedure/definition.ts'
import { mayIssue } from '../procedure/papers-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { type Decision, refused, told } from './command.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import { type CaseState, getRun, type Run, type Taken } from './state.ts'
import { storyOf } from './story.ts'
import { undoAct } from './undo-act.ts'

type Paper = CaseState['documents'][number]
/** What is void with a paper: the act that made it out, with all of its papers. */
export type Voiding = {
  readonly run: Run
  readonly act: Taken
  readonly placed: Placed
  readonly papers: readonly Paper[]
}
export type VoidWish = { readonly document: string; readonly reason: string }
export type VoidAnswer = { readonly document: string; readonly granted: boolean; readonly opinion: string }

const BASIS = '《行政处罚法》第四十七条'
const SHORTEST = 5
const LONGEST = 500

/** A handler has made a paper out in error: it is void at once, or once the head who agreed to its act agrees to that too. */
export function decideVoiding(env: Environment, state: CaseState, wish: VoidWish, actor: Person): Decision {
  const found = voidingOf(env, state, wish.document)
  if ('sentence' in found) return refused(found)
  const wrong = refuseVoider(state, found, actor) ?? refuseWords('作废的原因', wish.reason, 'reason')
  if (wrong) return refused(wrong)
  const asked = found.papers.find(({ voidAsked }) => voidAsked)?.voidAsked
  if (asked) return refused(refusal('这份文书已经报请作废，请等审批'))
  const { document } = wish
  const reason = wish.reason.trim()
  const role = approverOf(found.placed.action)
  if (role) return { ok: true, events: [{ type: 'void-asked', document, reason, role }] }
  return told(undoAct(storyOf(env, state, actor.id), found, { reason }))
}

/** The head agrees that the paper is void, or says why it is not. */
export function decideVoidAnswer(env: Environment, state: CaseState, answer: VoidAnswer, actor: Person): Decision {
  const paper = state.documents.find(({ id }) => id === answer.document)
  if (!paper?.voidAsked) return refused(refusal('没有等待审批的作废，请刷新页面'))
  const forbidden = refuseVoidAnswer(state, paper, actor)
  if (forbidden) return refused(forbidden)
  const { document, granted, opinion } = answer
  if (!granted) {
    const wrong = refuseWords('不同意的理由', opinion, 'opinion')
    return wrong
      ? refused(wrong)
      : { ok: true, events: [{ type: 'void-refused', document, role: paper.voidAsked.role, opinion: opinion.trim() }] }
  }
  const found = voidingOf(env, state, document)
  if ('sentence' in found) return refused(found)
  const { reason, role } = paper.voidAsked
  const agreed = { role, opinion: opinion.trim() || '同意' }
  return told(undoAct(storyOf(env, state, actor.id), found, { reason, agreed }))
}

/** Why this person may not answer, or nothing: the role that agreed to the act, and not who asks. */
export function refuseVoidAnswer(state: CaseState, { run, voidAsked }: Paper, actor: Person): Refusal | undefined {
  if (!voidAsked) return refusal('没有等待审批的作废，请刷新页面')
  if (voidAsked.by === actor.id) return refusal('本人报请的事项由他人审批')
  return refuseActor(voidAsked.role, actor, state, getRun(state, run))
}

export function refuseVoider(state: CaseState, { run }: Pick<Voiding, 'run'>, actor: Person): Refusal | undefined {
  return refuseAnyRole('handler', actor, state, run)
}

/** Who agreed last to the act agrees to its being void. */
export const approverOf = ({ approval }: Pick<Action, 'approval'>): Role | undefined => approval?.at(-1)

/** What would be void with this paper, or why it cannot be. */
export function voidingOf(env: Environment, state: CaseState, document: string): Voiding | Refusal {
  const paper = state.documents.find(({ id }) => id === document)
  if (!paper) return refusal('本案没有这份文书，请刷新页面')
  if (paper.voided) return refusal('这份文书已经作废')
  const run = getRun(state, paper.run)
  const act = run.taken.findLast(({ seq }) => seq < paper.seq)
  const placed = act && placedOf(env, run, act, paper.code)
  if (!act || !placed) return refusal('这份文书不是办理某一步时出具的，不能单独作废')
  const until = run.taken.find(({ seq }) => seq > act.seq)?.seq ?? Number.POSITIVE_INFINITY
  const papers = state.documents.filter(
    (doc) => doc.run === run.id && doc.seq > act.seq && doc.seq < until && !doc.voided,
  )
  const found = { run, act, placed, papers }
  return refuseServed(state, found) ?? refuseLate(state, found) ?? refuseEffects(state, found) ?? found
}

function placedOf(env: Environment, run: Run, { action }: Taken, code: string): Placed | undefined {
  const named = actionsOf(getProcedure(env.procedures, run.procedure, run.version)).filter(
    (placed) => placed.name === action && mayIssue(placed.action, code),
  )
  const led = named.filter((placed) => placed.action.to === run.stage)
  const [one, another] = led
  // Where the same step stands at two stages, nobody can tell to which one the case would go back.
  const back = another ? undefined : one
  return named.find(({ stage }) => stage === run.stage) ?? back ?? named.find((placed) => !led.includes(placed))
}

/** What somebody has in hand is not taken back by a stroke: it is corrected, or revoked by a decision. */
function refuseServed(state: CaseState, { papers }: Voiding): Refusal | undefined {
  const served = papers.find(({ id }) => state.deliveries.some((made) => made.document === id))
  if (!served) return undefined
  const title = documentTitleOf(served.code, served.issuedOn)
  return refusal(`《${title}》已经送达，不能作废；文字有误的补正、更正，决定有误的另作决定撤销、变更`)
}

function refuseLate(state: CaseState, { run, act, placed }: Voiding): Refusal | undefined {
  if (run.endedOn || state.endedOn) return refusal('出具这份文书的程序已经结束，不能作废')
  if (run.proposals.length > 0) return refusal('本环节有事项正在报批，等审批有了结果再作废')
  const hasLedHere = run.taken.at(-1) === act && placed.action.to === run.stage
  if (run.stage === placed.stage || hasLedHere) return undefined
  return refusal(`出具这份文书（${placed.action.title}）以后案件已经往下办了，不能作废；有误的写明情况附卷`)
}

/** An act that did more than make papers out is undone where that is done. */
function refuseEffects(state: CaseState, found: Voiding): Refusal | undefined {
  const { run, act, placed, papers } = found
  const { action } = placed
  const { suspends, resumes, extends: lengthens, adds, licence, bars, withdraws, joins, splits } = action
  const ids = papers.map(({ id }) => id)
  const opened = state.runs.some(
    (child) =>
      child.parent === run.id &&
      child.openedBy === act.action &&
      child.openedSeq > act.seq &&
      child.procedure !== 'delivery',
  )
  const moved = (state.things ?? []).some(
    (thing) => ids.includes(thing.document ?? '') || thing.life.some(({ document }) => ids.includes(document ?? '')),
  )
  const more = [suspends, resumes, lengthens, adds, licence, bars, withdraws, joins, splits].some(
    (one) => one !== undefined,
  )
  if (!opened && !moved && !more) return undefined
  return refusal(
    `“${action.title}”不只出具文书，还开始了别的程序、动了物品或者期限，不能只作废文书；请用相应的操作解除、变更`,
  )
}

function refuseWords(what: string, text: string, field: string): Refusal | undefined {
  const { length } = text.trim()
  if (length >= SHORTEST && length <= LONGEST) return undefined
  const sentence = `${what}应为 ${SHORTEST} 至 ${LONGEST} 个字：写明是怎么回事`
  return { gate: 'input', basis: BASIS, sentence, field }
}

function refusal(sentence: string): Refusal {
  return { gate: 'void-paper', basis: BASIS, sentence }
}
