import { describe, expect, test } from 'vitest'
import type { Fact } from '#domain/procedure/definition.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { mergeFacts } from './evolve.ts'
import { readFacts } from './read-facts.ts'
import { type Facts, type FactValue, NO_FACTS } from './state.ts'

const SUBJECTS = { parties: [{ id: 'p', name: '虚构公司' }], violations: [{ id: 'v', cause: '虚构的行为' }] } as never

/** Something that may stand in the state for a fact of each kind. */
const KNOWN: Record<Fact['kind'], FactValue> = {
  text: '原来的话',
  'long-text': '原来的话',
  choice: '原来的一项',
  basis: '《行政处罚法》第三十三条第一款',
  'yes-no': false,
  date: '2026-06-03',
  instant: '2026-06-03T09:30:00+08:00',
  money: 0,
  count: 3,
  people: ['lin'],
  'evidence-list': ['e1'],
  table: [{ kind: '行政复议' }],
  things: [{ name: '酱油' }],
  portions: [{ thing: 't1' }],
  payment: 'id-1',
  paper: [{ paper: 'inquiry-notice' }],
}

/** What is said anew for each act is not remembered from one to the next. */
const ALL = [...PROCEDURES.values()].flatMap((procedure) =>
  Object.entries<Fact>(procedure.facts).flatMap(([name, fact]) => (fact.eachTime ? [] : [{ procedure, name, fact }])),
)
const needed = (kind: Fact['kind']) => ALL.find(({ fact }) => fact.kind === kind && !fact.optional && !fact.drafted)
/** Where no procedure has one of the kind that may be left out, one that is needed is made so. */
function optional(kind: Fact['kind']) {
  const own = ALL.find(({ fact }) => fact.kind === kind && fact.optional && !fact.drafted)
  const other = needed(kind)
  if (own || !other) return own
  const fact = { ...other.fact, optional: true } as const
  return { ...other, fact, procedure: { ...other.procedure, facts: { ...other.procedure.facts, [other.name]: fact } } }
}

const under = ({ per }: Fact, values: object): Facts =>
  per === 'case'
    ? { ...NO_FACTS, case: values as never }
    : { ...NO_FACTS, [per]: { [per === 'party' ? 'p' : 'v']: values } }

function sent({ procedure, name, fact }: (typeof ALL)[number], raw: object) {
  const known = under(fact, { [name]: KNOWN[fact.kind] })
  const { facts, refusals } = readFacts(procedure, [name], under(fact, raw) as never, known, SUBJECTS)
  return { known, after: mergeFacts(known, facts), refusals: refusals.map(({ sentence }) => sentence) }
}

const OF_ONE_ACT: readonly Fact['kind'][] = ['things', 'portions', 'payment', 'paper']
const REMEMBERED = (Object.keys(KNOWN) as Fact['kind'][]).filter((kind) => !OF_ONE_ACT.includes(kind))
const OPTIONAL = REMEMBERED.flatMap((kind) => optional(kind) ?? [])
const NEEDED = REMEMBERED.flatMap((kind) => needed(kind) ?? [])

test('every kind is tried', () => expect(OPTIONAL.map(({ fact }) => fact.kind)).toEqual(REMEMBERED))

describe.each(OPTIONAL.map((one) => [one.fact.kind, one] as const))(
  'a fact of the kind %s that may be left out',
  (_kind, one) => {
    test.each([[''], [null], [[]]])('is gone from the state when its field is sent as %j', (blank) => {
      if (Array.isArray(blank) && !Array.isArray(KNOWN[one.fact.kind])) return
      const { after, refusals } = sent(one, { [one.name]: blank })
      expect(refusals).toEqual([])
      expect(after).toEqual(under(one.fact, {}))
    })

    test('stays as it was when the form did not show the field', () => {
      const { known, after } = sent(one, {})
      expect(after).toEqual(known)
    })
  },
)

describe.each(NEEDED.map((one) => [one.fact.kind, one] as const))(
  'a fact of the kind %s that is needed',
  (_kind, one) => {
    test('stays where it is left out, and may not be emptied', () => {
      expect(sent(one, {})).toMatchObject({ refusals: [], after: sent(one, {}).known })
      const emptied = sent(one, { [one.name]: '' })
      expect(emptied.refusals.join()).toContain(`请填写“${one.fact.title}”`)
      expect(emptied.after).toEqual(emptied.known)
    })
  },
)

test('what was never known is not taken back: nothing is written down of it', () => {
  for (const { procedure, name, fact } of OPTIONAL)
    expect(readFacts(procedure, [name], under(fact, { [name]: '' }) as never, NO_FACTS, SUBJECTS).facts).toEqual(
      NO_FACTS,
    )
})
