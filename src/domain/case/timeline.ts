import { roleTitle } from '../access/acting.ts'
import { MOVEMENTS } from '../custody/movement.ts'
import { quantityText } from '../custody/quantity.ts'
import { documentTitleOf } from '../document/document-title.ts'
import { findDocumentKind } from '../document/registry.ts'
import { formatFact } from '../form/format-fact.ts'
import type { Action } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { MEDIUM_TITLES } from '../recording/medium.ts'
import { sceneOf } from '../recording/scenes.ts'
import { wayOf } from '../signing/signature.ts'
import { replyTitle } from '../transfer/reply.ts'
import { countersignerTitle, verdictOf } from './countersigning.ts'
import type { CaseEvent, EventOf } from './event.ts'
import { EXCEPTION_TITLES } from './scene-exception.ts'
import { type CaseState, findRun, type SceneWord } from './state.ts'

export type TimelineLine = {
  readonly seq: number
  readonly type: string
  readonly run: string
  readonly sentence: string
}

type Teller<T extends CaseEvent['type']> = (event: EventOf<T>, told: Told) => string | undefined
type Told = {
  readonly procedures: Procedures
  readonly state: CaseState
  readonly proposals: ReadonlyMap<string, string>
  /** Names of those who were asked to countersign. */
  readonly asked: ReadonlyMap<string, string>
}

/** What people read of the record: clock and fact events stay in the record and out of the list. */
const TELLERS: { readonly [T in CaseEvent['type']]?: Teller<T> } = {
  'case-opened': (event, { procedures }) =>
    `登记案件，按“${titleOf(procedures, event.procedure, event.version)}”办理${event.origin ? `，来源：${event.origin.title}` : ''}`,
  'action-proposed': (event, told) => `报批“${actionTitle(told, event.run, event.action)}”${files(event)}`,
  'approval-given': (event, told) =>
    `${roleTitle(event.role)}同意“${proposalTitle(told, event.run, event.proposal)}”：${event.opinion}${files(event)}`,
  'approval-returned': (event, told) =>
    `${roleTitle(event.role)}退回“${proposalTitle(told, event.run, event.proposal)}”：${event.reason}${files(event)}`,
  'approval-moved': (event, told) => `转交“${proposalTitle(told, event.run, event.proposal)}”：${event.reason}`,
  'approval-reminded': (event, told) => `催办“${proposalTitle(told, event.run, event.proposal)}”`,
  'countersigning-asked': (event, told) =>
    `送${countersignerTitle(event)}会签“${proposalTitle(told, event.run, event.proposal)}”${event.question ? `：${event.question}` : ''}`,
  'countersigning-given': (event, told) =>
    `会签“${proposalTitle(told, event.run, event.proposal)}”，${verdictOf(event.agrees)}${said(event)}${files(event)}`,
  'countersigning-released': (event, told) =>
    `收回送${told.asked.get(event.of) ?? ''}的会签“${proposalTitle(told, event.run, event.proposal)}”：${event.reason}`,
  'proposal-withdrawn': (event, told) => `撤回“${proposalTitle(told, event.run, event.proposal)}”`,
  'action-taken': (event, told) => `${actionTitle(told, event.run, event.action)}${unrecorded(event.scenes)}`,
  'document-issued': (event) =>
    `签发《${findDocumentKind(event.document.code, event.document.issuedOn)?.title ?? event.document.code}》${event.document.number ?? ''}`,
  'document-voided': ({ document, reason, agreed }, { state }) =>
    `《${documentTitle(state, document)}》作废：${reason}${agreed ? `；${roleTitle(agreed.role)}：${agreed.opinion}` : ''}`,
  'void-asked': ({ document, reason }, { state }) => `报请作废《${documentTitle(state, document)}》：${reason}`,
  'void-refused': ({ document, role, opinion }, { state }) =>
    `${roleTitle(role)}不同意作废《${documentTitle(state, document)}》：${opinion}`,
  'act-undone': (event, told) =>
    `“${actionTitle(told, event.run, event.action)}”随文书作废，视为没有办理，可以重新办理`,
  'document-signed': ({ document, name, as, how }, { state }) =>
    `${name}在《${documentTitle(state, document)}》上签名${how === 'typed' ? `（${wayOf({ as, how })}）` : ''}`,
  'signature-refused': ({ document, name, reason, witness }, { state }) =>
    `${name}拒绝在《${documentTitle(state, document)}》上签名：${reason}${witness ? `；见证人${witness.name}` : '；有音像记录'}`,
  'delivery-made': (event, { state }) => `${partyName(state, event.party)}：${event.method}，${event.effectiveOn} 生效`,
  'recording-bound': (event) => `绑定音像记录：${sceneOf(event.scene).title}（${MEDIUM_TITLES[event.medium]}）`,
  'recording-unbound': (event) => `解除音像记录的绑定：${sceneOf(event.scene).title}，${event.reason}`,
  'exception-asked': (event) =>
    `“${sceneOf(event.scene).title}”没有音像记录（${EXCEPTION_TITLES[event.ground]}），书面说明：${event.reason}`,
  'exception-decided': (event) =>
    `${roleTitle('agency-head')}${event.granted ? '同意' : '不同意'}“${sceneOf(event.scene).title}”没有音像记录的说明：${event.opinion}`,
  'scene-explained': (event) => `“${sceneOf(event.scene).title}”没有音像记录：${event.reason}`,
  'evidence-added': ({ evidence }) =>
    `${evidence.from === undefined ? '添加证据' : '引用另案的证据'}“${evidence.title}”`,
  'clock-suspended': ({ ground }, { procedures }) => `期限扣除开始：${currentTitle(procedures, ground) ?? ground}`,
  'clock-resumed': (event) => `期限恢复计算，截止 ${event.rolledDue}`,
  'clock-extended': (event) => `期限延长，截止 ${event.rolledDue}`,
  'clock-recomputed': (event, told) =>
    `放假安排公布，“${clockTitle(told, event.run, event.clock)}”的期限重新计算，截止 ${event.rolledDue}`,
  'child-opened': (event, { procedures }) => `开始“${titleOf(procedures, event.procedure, event.version)}”`,
  'child-ended': (event, { procedures, state }) => {
    const run = findRun(state, event.run)
    return run && `“${titleOf(procedures, run.procedure, run.version)}”结束`
  },
  'things-listed': (event) =>
    `登记涉案物品：${event.things.map(({ name, amount, unit }) => `${name} ${quantityText(amount)}${unit}`).join('、')}`,
  'things-moved': (event, { state }) => `${MOVEMENTS[event.movement].title}：${portionsInWords(state, event.portions)}`,
  'clock-reopened': (event, told) => `“${clockTitle(told, event.run, event.clock)}”没有缴清，期限按原来的截止日继续`,
  'payment-booked': (event, { state }) =>
    event.reverses !== undefined
      ? `冲销${partyName(state, event.party)} ${event.paidOn} 的缴款 ${formatFact({ kind: 'money' }, -event.amountFen)}：${event.reason}`
      : `${partyName(state, event.party)}缴款 ${formatFact({ kind: 'money' }, event.amountFen)}${event.from === 'bank' ? '（银行对账）' : ''}`,
  'handlers-changed': (event) => `更换承办人员：${event.reason}`,
  'reply-received': (event) => `${event.office}${replyTitle(event.kind)}：${event.text}`,
  'case-merged': (event) => `并入“${event.into.title}”，本案不再单独办理`,
  'case-joined': (event) => `并入了“${event.from.title}”，当事人、违法行为和证据一并办理`,
  'case-split': (event) => `分出另案“${event.into.title}”`,
  'note-made': (event) => event.text,
  'case-ended': () => '案件办结',
  'dossier-sealed': ({ part, archiveNumber }) =>
    part === 1 ? `案卷封存，归档号 ${archiveNumber}` : `补充归档第 ${part} 包，归档号 ${archiveNumber}`,
}

/** The history as sentences, oldest first; what has no sentence is left out. */
export function timelineOf(
  procedures: Procedures,
  state: CaseState,
  events: readonly CaseEvent[],
): readonly TimelineLine[] {
  const proposals = new Map(
    events.flatMap((event) => (event.type === 'action-proposed' ? [[event.proposal, event.action] as const] : [])),
  )
  const asked = new Map(
    events.flatMap((event) => (event.type === 'countersigning-asked' ? [[event.of, event.name] as const] : [])),
  )
  const told = { procedures, state, proposals, asked }
  return events.flatMap((event) => {
    const tell = TELLERS[event.type] as Teller<typeof event.type> | undefined
    const sentence = tell?.(event as never, told)
    return sentence ? [{ seq: event.seq, type: event.type, run: 'run' in event ? event.run : 'main', sentence }] : []
  })
}

/** Why an act was not recorded stands with the act. */
function unrecorded(scenes: readonly SceneWord[] = []): string {
  return scenes
    .flatMap(({ scene, reason }) =>
      reason === undefined ? [] : [`；“${sceneOf(scene).title}”没有音像记录：${reason}`],
    )
    .join('')
}

function said({ agrees, opinion }: EventOf<'countersigning-given'>): string {
  return agrees && opinion === verdictOf(agrees) ? '' : `：${opinion}`
}

function files({ attachments = [] }: { readonly attachments?: readonly { readonly fileName: string }[] }): string {
  return attachments.length === 0 ? '' : `（附：${attachments.map(({ fileName }) => fileName).join('、')}）`
}

/** A procedure inside the case as the ground, by its title; else the words that somebody wrote. */
function currentTitle(procedures: Procedures, code: string): string | undefined {
  return [...procedures.values()].find((procedure) => procedure.code === code)?.title
}

function titleOf(procedures: Procedures, code: string, version: string): string {
  return getProcedure(procedures, code, version).title
}

function actionTitle({ procedures, state }: Told, runId: string, action: string): string {
  const run = findRun(state, runId)
  if (!run) return action
  const stages = Object.values(getProcedure(procedures, run.procedure, run.version).stages)
  const found: Action | undefined = stages.map((stage) => stage.actions[action]).find((item) => item !== undefined)
  return found?.title ?? action
}

function clockTitle({ procedures, state }: Told, runId: string, clock: string): string {
  const run = findRun(state, runId)
  return run ? (getProcedure(procedures, run.procedure, run.version).clocks[clock]?.title ?? clock) : clock
}

function proposalTitle(told: Told, run: string, proposal: string): string {
  return actionTitle(told, run, told.proposals.get(proposal) ?? proposal)
}

function portionsInWords({ things = [] }: CaseState, portions: EventOf<'things-moved'>['portions']): string {
  const words = portions.flatMap(({ thing: id, amount }) => {
    const thing = things.find((item) => item.id === id)
    return thing ? [`${thing.name} ${quantityText(amount)}${thing.unit}`] : []
  })
  return words.join('、')
}

function documentTitle({ documents }: CaseState, id: string): string {
  const document = documents.find((item) => item.id === id)
  return document ? documentTitleOf(document.code, document.issuedOn) : '文书'
}

function partyName(state: CaseState, id: string): string {
  return state.parties.find((party) => party.id === id)?.name ?? ''
}
