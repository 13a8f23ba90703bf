import type { ThingRow } from '#domain/custody/thing.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { shortestPaths } from '#domain/procedure/paths.ts'
import type { Chance } from './chance.ts'
import type { Plot } from './plot.ts'
import { SUBJECTS, type Subject, type Subjects } from './subjects.ts'

/** How often an office has such a case; whatever is not named comes now and then. */
const SHARES: Readonly<Record<string, number>> = {
  'penalty-summary': 48,
  'penalty-ordinary': 26,
  licence: 18,
  inspection: 14,
}
const NOW_AND_THEN = 4

/** How often a case comes to this; what the main road leads to is usual, everything else an exception. */
const USUAL = 24
/** Ends that need an act of long ago, or a party who is a child. */
const UNTOLD = ['out-of-time', 'no-penalty-under-fourteen']
const PROPOSALS: Readonly<Record<string, RegExp>> = {
  'no-penalty-mental': /第三十一条/,
  'no-penalty-minor': /前段/,
  'no-penalty-first': /后段/,
  'no-penalty-no-fault': /第三十三条第二款/,
  'no-penalty-not-established': /不能成立/,
}

/** Which procedure, towards which end, about what. */
export function plotOf(openable: readonly AnyProcedure[], field: string, chance: Chance): Plot {
  const procedure = chance.weighted(openable, ({ code }) => SHARES[code] ?? NOW_AND_THEN)
  const subject = subjectOf(procedure.code, SUBJECTS[field] ?? (SUBJECTS.market as Subjects), chance)
  const goal = goalOf(procedure, chance)
  return {
    procedure: procedure.code,
    goal,
    cause: subject.cause,
    subject: subject.cause,
    found: subject.found,
    place: '青石区石桥街道',
    basis: subject.basis,
    proposal: proposalFor(procedure, goal),
    needsReview: chance.happens(0.3),
    amount: subject.amount,
    things: thingsOf(subject),
    pace: chance.weighted([1, 2, 5], (pace) => 8 / pace),
  }
}

function subjectOf(code: string, { summary, ordinary, matters }: Subjects, chance: Chance): Subject {
  if (code === 'penalty-summary') return chance.pick(summary)
  return chance.pick(code.startsWith('penalty') || code === 'seizure' ? ordinary : matters)
}

function goalOf(procedure: AnyProcedure, chance: Chance): string | undefined {
  const ends = [...new Set(shortestPaths(procedure).flatMap(({ outcome }) => outcome ?? []))]
  const told = ends.filter((end) => !UNTOLD.includes(end))
  if (told.length === 0) return undefined
  const usual = usualEnd(procedure)
  return chance.weighted(told, (end) => (end === usual ? USUAL : 1))
}

/** The first end to which the actions lead in the order in which the procedure names them, no stage twice. */
export function usualEnd(procedure: AnyProcedure): string | undefined {
  return firstEnd(procedure, procedure.start, { outcome: undefined, been: new Set() })
}

type Seen = { readonly outcome: string | undefined; readonly been: Set<string> }

function firstEnd(procedure: AnyProcedure, stage: string, { outcome, been }: Seen): string | undefined {
  const { ends, actions = {} } = procedure.stages[stage] ?? {}
  if (ends !== undefined) return ends === true ? outcome : ends
  been.add(stage)
  return firstOf(Object.values(actions), ({ to, outcome: next = outcome }) =>
    to === undefined || been.has(to) ? undefined : firstEnd(procedure, to, { outcome: next, been }),
  )
}

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item)
    if (found !== undefined) return found
  }
  return undefined
}

function proposalFor({ facts }: AnyProcedure, goal: string | undefined): string | undefined {
  const choices = facts.proposal?.choices ?? []
  const words = PROPOSALS[goal ?? '']
  return choices.find((choice) => words?.test(choice)) ?? choices[0]
}

const THING: ThingRow = {
  name: '涉案物品',
  spec: '',
  quantity: '6',
  unit: '件',
  value: '60.00',
  condition: '完好',
  kept: '带回保管',
  place: '执法机构',
  seal: '演示封条 001',
  photos: [],
}

function thingsOf({ cause }: Subject): readonly ThingRow[] {
  return [{ ...THING, name: cause.includes('食品') ? '预包装食品' : '涉案物品' }]
}
