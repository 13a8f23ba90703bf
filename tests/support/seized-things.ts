import type { CaseState } from '#domain/case/state.ts'
import type { RoadCaller } from './case-road.ts'
import type { PenaltyRoad } from './penalty-road.ts'
import { STEPS_DONE } from './steps-done.ts'

export const SAUCE = {
  name: '酱油',
  spec: '500ml/瓶',
  quantity: '6',
  unit: '瓶',
  value: '60',
  seal: 'F-001',
  kept: '带回保管',
}
export const FLOUR = { name: '面粉', quantity: '12.5', unit: '千克', kept: '带回保管' }

/** What is said of a seizure on the spot that has just ended. */
export function onTheSpot(road: PenaltyRoad, more: Record<string, unknown> = {}): Record<string, unknown> {
  const at = (minutes: number) => new Date(road.desk.context.clock.now().getTime() - minutes * 60_000).toISOString()
  return {
    officers: road.handlers,
    ...STEPS_DONE,
    statement: '当事人没有陈述、申辩',
    'began-at': at(2),
    'ended-at': at(1),
    place: '青石区某路 1 号',
    scene: '货架上有酱油 6 瓶、面粉 12.5 千克。',
    signed: '当事人和执法人员已签名',
    listed: [SAUCE, FLOUR],
    ...more,
  }
}

const GROUNDS = {
  measure: '扣押',
  reason: '涉嫌经营超过保质期的食品',
  'measure-basis': '《食品安全法》第一百一十条第四项',
}

/** Sauce and flour are seized in a case under investigation, after the heads have agreed. */
export async function seize<C extends RoadCaller>(road: PenaltyRoad<C>): Promise<void> {
  await road.take('lin', 'open-seizure')
  await road.take('lin', 'ask', { case: GROUNDS })
  await road.agree('zheng', 'shen')
  await road.take('lin', 'seize', { case: onTheSpot(road) })
}

/** So much of a thing, by its name. */
export function portion({ things = [] }: CaseState, name: string, quantity: string, fate?: string) {
  const thing = things.find((item) => item.name === name)
  if (!thing) throw new Error(`no ${name} is listed`)
  return { thing: thing.id, quantity, ...(fate === undefined ? {} : { fate }) }
}
