import { getRun } from '#domain/case/state.ts'
import { thingsOf } from '#domain/case/things-of.ts'
import { movable } from '#domain/custody/ledger.ts'
import type { Movement } from '#domain/custody/movement.ts'
import { quantityText } from '#domain/custody/quantity.ts'
import type { Thing, ThingRow } from '#domain/custody/thing.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import type { Fact } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { done, type LawOffice, type Who } from './law-office.ts'
import { fileCase } from './penalty-steps.ts'
import { STEPS_DONE } from './steps-done.ts'

export const SAUCE: ThingRow = {
  name: '酱油',
  spec: '500ml/瓶',
  quantity: '6',
  unit: '瓶',
  value: '60.00',
  condition: '未开封',
  kept: '带回保管',
  place: '执法一中队',
  seal: 'F-001',
  photos: [],
}
export const FLOUR: ThingRow = { ...SAUCE, name: '面粉', spec: '散装', quantity: '12.5', unit: '千克', seal: '' }
export const SEALED: ThingRow = { ...FLOUR, seal: 'F-002', kept: '就地保存' }

/** Opens one of the procedures of custody in a case under investigation. */
export function open(office: LawOffice, action: string): void {
  if (!office.state) fileCase(office)
  done(office.take('lin', action))
}

export function onTheSpot(office: LawOffice, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    officers: ['lin', 'zhou'],
    ...STEPS_DONE,
    statement: '当事人没有陈述、申辩',
    'began-at': `${office.today}T01:00:00.000Z`,
    'ended-at': `${office.today}T02:00:00.000Z`,
    place: '青石区某路 1 号',
    scene: '货架上有酱油 6 瓶，当场清点。',
    signed: '当事人和执法人员已签名',
    listed: [SAUCE, FLOUR],
    ...more,
  }
}

export const GROUNDS = {
  measure: '扣押',
  reason: '涉嫌经营超过保质期的食品',
  'measure-basis': '《食品安全法》第一百一十条第四项',
}

/** Approved, and nobody has gone there yet. */
export function seizureApproved(office: LawOffice): LawOffice {
  open(office, 'open-seizure')
  done(office.take('lin', 'ask', { case: GROUNDS }))
  office.agreeAll('zheng', 'wu')
  return office
}

/** A seizure of sauce and flour, approved before and carried out. */
export function seized(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  return seizeNow(seizureApproved(office), more)
}

export function seizeNow(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  done(office.take('lin', 'seize', { case: onTheSpot(office, more) }))
  showSeizure(office)
  return office
}

/** The recording of the whole course comes in. */
export function showSeizure(office: LawOffice): void {
  done(office.bind('lin', office.child('seizure').id, 'seizure', { medium: 'video' }))
}

export function preserved(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  open(office, 'open-preservation')
  done(office.take('lin', 'ask', { case: { reason: '可能被转移', scope: '酱油、面粉' } }))
  office.agreeAll('zheng', 'wu')
  const facts = {
    officers: ['lin', 'zhou'],
    'certificate-shown': true,
    keeping: '带回本局库房',
    listed: [SAUCE, FLOUR],
  }
  done(office.take('lin', 'preserve', { case: { ...facts, ...more } }))
  return office
}

export function sampled(office: LawOffice, more: Record<string, unknown> = {}) {
  open(office, 'open-sampling')
  const facts = {
    officers: ['lin', 'zhou'],
    'certificate-shown': true,
    'sampling-place': '经营场所',
    method: '随机抽取',
  }
  return office.take('lin', 'sample', { case: { ...facts, listed: [SAUCE, SEALED], ...more } })
}

export function thing(office: LawOffice, name: string): Thing {
  const found = office.case.things?.findLast((item) => item.name === name)
  if (!found) throw new Error(`no ${name} is listed`)
  return found
}

/** So much of a thing, by its name. */
export function portion(office: LawOffice, name: string, quantity: string, fate?: string) {
  return { thing: thing(office, name).id, quantity, ...(fate === undefined ? {} : { fate }) }
}

export function liftAll(office: LawOffice): void {
  const run = office.child('seizure')
  const lifted = thingsOf(office.case, run).flatMap((item) => whole(item, 'release'))
  if (lifted.length === 0) return
  const facts = { 'lift-ground': '当事人没有违法行为', lifted }
  done(office.take('lin', 'lift', { case: facts }))
  office.agreeAll('wu')
}

/** Two people give back everything that may go back. */
export function giveBack(office: LawOffice, who: Who = 'lin', second: Who = 'zhou'): void {
  const returned = (office.case.things ?? []).flatMap((item) => whole(item, 'return'))
  const facts = { returned, 'received-by': '赵某', 'leaving-place': '本局', condition: '物品和封条完好' }
  done(office.take(who, 'return', { case: facts }))
  office.agreeAll(second)
}

const PLACE = { 'leaving-place': '青石区生活垃圾处理场' }

/** So much is destroyed before a witness, by two. */
export function destroy(office: LawOffice, name: string, quantity: string): void {
  const witness = { witness: '街道社区工作人员 孙某', 'destruction-method': '开封倾倒，容器破碎' }
  done(office.take('ku', 'destroy', { case: { destroyed: [portion(office, name, quantity)], ...PLACE, ...witness } }))
  done(office.agree('zhou'))
}

export function sell(office: LawOffice, name: string, quantity: string): void {
  const buyer = { 'received-by': '青石区农贸市场 李某', proceeds: '720' }
  done(office.take('lin', 'sell', { case: { sold: [portion(office, name, quantity)], ...PLACE, ...buyer } }))
  done(office.agree('zhou'))
}

function whole(item: Thing, movement: Movement) {
  const amount = movable(item, movement)
  return amount > 0 ? [{ thing: item.id, quantity: quantityText(amount) }] : []
}

/** Everything that the newest open run which asks this fact may move; each with the first thing that can be decided. */
export function portionsOf(office: LawOffice, fact: Fact): readonly Record<string, string>[] {
  const { run, movement } = askedBy(office, fact)
  return thingsOf(office.case, run)
    .flatMap((item) => whole(item, movement))
    .map((row) => (fact.choices ? { ...row, fate: fact.choices[0] ?? '' } : row))
}

/** Who asks this very fact, and what it does with it. */
function askedBy(office: LawOffice, fact: Fact) {
  const asking = office.case.runs.toReversed().flatMap((run) => {
    const procedure = getProcedure(office.env.procedures, run.procedure, run.version)
    const moves = actionsOf(procedure).filter(({ stage }) => stage === run.stage || fact.drafted)
    return moves.flatMap(({ action: { things } }) =>
      things?.fact !== undefined && procedure.facts[things.fact] === fact && things.does !== 'list'
        ? [{ run, movement: things.does }]
        : [],
    )
  })
  const [first] = asking
  if (!first) throw new Error(`nobody asks ${fact.title}`)
  return first
}

/** What a hand would move that is mostly honest: all or a half of what may go; now and then one too many. */
export function somePortions(office: LawOffice, run: string, fact: Fact, below: (limit: number) => number) {
  const { movement } = askedBy(office, fact)
  const fates = fact.choices ?? []
  const rows = thingsOf(office.case, getRun(office.case, run)).map((item) => {
    const quantity = quantityText(someOf(movable(item, movement), below))
    return { thing: item.id, quantity, ...(fates.length > 0 ? { fate: fates[below(fates.length)] ?? '' } : {}) }
  })
  return rows.filter(({ quantity }) => quantity !== '0')
}

function someOf(free: number, below: (limit: number) => number): number {
  if (below(10) === 0) return free + 1000
  return below(3) === 0 ? Math.ceil(free / 2) : free
}

/** A decision on so much of what was seized. */
export function decided(office: LawOffice, name: string, quantity: string, fate: string): LawOffice {
  const facts = { disposal: [portion(office, name, quantity, fate)], 'disposal-reason': '超过保质期' }
  done(office.take('lin', 'dispose', { case: facts }))
  office.agreeAll('zheng', 'wu')
  return office
}

/** What an honest draft says of everything that nothing was decided about: it goes back. */
export function goingBack({ state }: LawOffice): Readonly<Record<string, unknown>> {
  const disposal = (state?.things ?? []).flatMap((item) => whole(item, 'decide'))
  return disposal.length === 0 ? {} : { disposal: disposal.map((row) => ({ ...row, fate: '解除、返还' })) }
}
