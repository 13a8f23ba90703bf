import { isHandler, isRecused, refuseActor } from '../access/acting.ts'
import type { Role } from '../procedure/definition.ts'
import {
  type AskedOf,
  countersigningRefusal,
  isOrFollows,
  nextRole,
  refuseApproval,
  refuseAuthor,
} from './approval-right.ts'
import { attached } from './attached.ts'
import { type CaseCommand, type Decision, refused } from './command.ts'
import { type Countersigning, outstandingOf } from './countersigning.ts'
import type { Environment, Person, Post } from './environment.ts'
import { recusedBy } from './recused.ts'
import type { Refusal } from './refusal.ts'
import type { CaseState, Proposal } from './state.ts'

export type CountersigningCommand = Extract<CaseCommand, { type: 'consult' | 'countersign' | 'release' }>
type Asked = AskedOf & { readonly env: Environment }
type Of<T extends CountersigningCommand['type']> = Extract<CountersigningCommand, { type: T }>

/** Who speaks for a unit, or for a field of the agency's work. */
const HEADS: ReadonlySet<Role> = new Set<Role>(['unit-head', 'agency-head'])

/** Ask other heads of the agency to be heard, be heard, and wait no longer for somebody. */
export function decideCountersigning(asked: Asked, command: CountersigningCommand): Decision {
  if (command.type === 'consult') return consult(asked, command)
  return command.type === 'countersign' ? countersign(asked, command) : release(asked, command)
}

/** Why this person may not send the proposal for countersigning: its author may, and whoever agrees next, where a head agrees. */
export function refuseConsult(asked: AskedOf): Refusal | undefined {
  if (!HEADS.has(nextRole(asked.proposal))) return countersigningRefusal('consult', '由接手的人当面确认的事项不送会签')
  if (isAuthor(asked)) return undefined
  return refuseApproval(asked, { type: 'return' })
}

/** Why this person has nothing to say here: only who was asked is heard, once, and as long as they may be asked. */
export function refuseCountersign({ state, proposal, actor }: AskedOf): Refusal | undefined {
  if (!outstandingOf(proposal).some(({ of }) => of === actor.id))
    return countersigningRefusal('not-asked', '这一项现在没有等您会签：没有送给您，或者已经答复、收回')
  return refuseCountersigner(actor, state, proposal)
}

/** Whom this person may release: those whom they have asked, and all of them where their agreement waits for it. */
export function releasableBy(asked: AskedOf): readonly Countersigning[] {
  const isNext = refuseApproval(asked, { type: 'return' }) === undefined
  return outstandingOf(asked.proposal).filter(({ by }) => isNext || isOrFollows(asked.state, by, asked.actor))
}

function consult(asked: Asked, { people, question }: Of<'consult'>): Decision {
  const forbidden = refuseConsult(asked)
  if (forbidden) return refused(forbidden)
  const ids = [...new Set(people)]
  const refusals = ids.flatMap((id) => refuseAsking(asked, id) ?? [])
  if (refusals.length > 0 || ids.length === 0) return refused(...(refusals.length > 0 ? refusals : [nobody()]))
  return { ok: true, events: ids.flatMap((id) => askedEvent(asked, id, question)) }
}

const nobody = () => countersigningRefusal('input', '请选一位会签人', 'people')

function askedEvent({ env, state, run, proposal }: Asked, id: string, question: string) {
  const person = env.person(id)
  const post = person && postOf(person, state)
  if (!person || !post) return []
  const { role, unitName } = post
  const named = { of: id, name: person.name, role, ...(unitName !== undefined && { unitName }) }
  const about = { run: run.id, proposal: proposal.id }
  return [{ type: 'countersigning-asked', ...about, ...named, ...(question !== '' && { question }) } as const]
}

function refuseAsking({ env, state, run, proposal, actor }: Asked, id: string): Refusal | undefined {
  const person = env.person(id)
  const wrong = (sentence: string) => countersigningRefusal('countersigner', sentence, 'people')
  if (!person) return wrong(WHO)
  if (id === actor.id) return wrong('会签请送本人以外的人')
  if (outstandingOf(proposal).some(({ of }) => of === id))
    return wrong(`已经送${person.name}会签，正在等答复，不用再送`)
  if (nextRole(proposal) === 'unit-head' && !refuseActor('unit-head', person, state, run))
    return wrong(`这一项由承办机构负责人审批，${person.name}就是，不用送会签`)
  if (proposal.movedTo === id) return wrong(`这一项正等${person.name}审批，不用再送会签`)
  if (proposal.agreed.some(({ by }) => by === id)) return wrong(`${person.name}已经审批过这一项，请另选会签人`)
  const forbidden = refuseCountersigner(person, state, proposal)
  return forbidden && { ...forbidden, field: 'people' }
}

const WHO = '请选本机关现任的机构负责人或者机关负责人'

/** Whoever is heard speaks for another part of the agency: neither for the proposal nor for themselves. */
function refuseCountersigner(person: Person, state: CaseState, proposal: Proposal): Refusal | undefined {
  if (person.agency !== state.agency || !postOf(person, state)) return countersigningRefusal('countersigner', WHO)
  if (isRecused(person, state))
    return {
      gate: 'recused',
      basis: recusedBy(person.id, state),
      sentence: `${person.name}已经决定回避，不参加本案的会签`,
    }
  if (proposal.by === person.id || isHandler(person, state))
    return countersigningRefusal('countersigner', `${person.name}承办、报批了这一项，请另选会签人`)
  return undefined
}

/** Of several posts the one in another unit, for whose sake they are heard. */
function postOf({ posts }: Person, { unit }: CaseState): Post | undefined {
  const led = posts.filter(({ role }) => role === 'unit-head')
  return led.find((post) => post.unit !== unit) ?? led[0] ?? posts.find(({ role }) => role === 'agency-head')
}

function countersign(asked: Asked, { agrees, opinion, attachments }: Of<'countersign'>): Decision {
  const forbidden = refuseCountersign(asked)
  if (forbidden) return refused(forbidden)
  if (opinion === '' && !agrees)
    return refused(countersigningRefusal('input', '有不同意见的，请写明是什么意见', 'opinion'))
  const about = { run: asked.run.id, proposal: asked.proposal.id }
  const said = { agrees, opinion: opinion === '' ? '同意' : opinion, ...attached(attachments) }
  return { ok: true, events: [{ type: 'countersigning-given', ...about, ...said }] }
}

function release(asked: Asked, { of, reason }: Of<'release'>): Decision {
  const { run, proposal } = asked
  if (!outstandingOf(proposal).some((one) => one.of === of))
    return refused(countersigningRefusal('stale', '这一份会签已经答复或者收回，请刷新页面'))
  if (!releasableBy(asked).some((one) => one.of === of))
    return refused(countersigningRefusal('consult', '由送会签的人或者审批人收回'))
  const about = { run: run.id, proposal: proposal.id }
  return { ok: true, events: [{ type: 'countersigning-released', ...about, of, reason }] }
}

function isAuthor(asked: AskedOf): boolean {
  return refuseAuthor(asked) === undefined
}
