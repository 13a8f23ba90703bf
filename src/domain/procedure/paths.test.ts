import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { Action, AnyProcedure } from './definition.ts'
import { shortestPaths } from './paths.ts'

const to = (stage: string, outcome?: string): Action => ({
  title: stage,
  by: 'handler',
  to: stage,
  basis: '《某法》第一条',
  ...(outcome === undefined ? {} : { outcome }),
})
const procedure: AnyProcedure = {
  code: 'tiny',
  version: '1',
  validFrom: plainDate('2021-07-15'),
  title: '小程序',
  basis: '《某法》第一条',
  start: 'a',
  facts: {},
  clocks: {},
  stages: {
    a: {
      title: '甲',
      actions: { slow: to('b'), fast: to('c'), stay: { title: '留', by: 'handler', basis: '《某法》第一条' } },
    },
    b: { title: '乙', actions: { on: to('c', 'good'), back: to('a'), quit: to('out') } },
    c: { title: '丙', actions: { end: to('done', 'bad'), pass: to('done') } },
    done: { title: '办结', ends: true, actions: {} },
    out: { title: '退出', ends: 'out', actions: {} },
    island: { title: '孤岛', actions: {} },
  },
}
const road = (stage: string, outcome?: string) =>
  shortestPaths(procedure)
    .find((path) => path.to === stage && path.outcome === outcome)
    ?.steps.map(({ action }) => action)

describe('shortest paths', () => {
  test('the start is reached by doing nothing', () => expect(road('a')).toEqual([]))
  test('the shorter of two ways is taken', () => expect(road('c')).toEqual(['fast']))
  test('every outcome of an end has its own way', () => {
    expect(road('done', 'bad')).toEqual(['fast', 'end'])
    expect(road('done', 'good')).toEqual(['slow', 'on', 'pass'])
  })
  test('an end with an outcome of its own is named by it', () => expect(road('out', 'out')).toEqual(['slow', 'quit']))
  test('an action to be avoided is gone round', () => {
    const [path] = shortestPaths(procedure, ['fast']).filter(({ to: stage }) => stage === 'c')
    expect(path?.steps.map(({ action }) => action)).toEqual(['slow', 'on'])
  })
  test('a stage that cannot be reached has none', () => expect(road('island')).toBeUndefined())
})
