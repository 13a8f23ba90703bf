import type { FactShape } from '#domain/form/check-fact.ts'

const NO_ID = '01930000-0000-7000-8000-000000000000'
const TEN_THOUSAND_AND_ONE = Array.from(
  { length: 10_001 },
  (_, index) => `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`,
)

/** Values of another kind than any field asks for; `null` and nothing at all are blanks, not mistakes. */
const WRONG_SHAPES: readonly unknown[] = [
  {},
  { a: { b: ['c'] } },
  ['x', ['y']],
  -1,
  0,
  Number.POSITIVE_INFINITY,
  Number.NaN,
]
const BAD_TEXTS = [
  '有\u0000空字符',
  '有\u0007响铃',
  '零\u200b宽',
  '软\u00ad连字符',
  '\u202e反向',
  '方向\u2066隔离',
  '半个\ud800字',
  '标签\u{e0041}',
]
const BAD_DAYS = ['2026-02-30', '2025-02-29', '0000-00-00', '2026-00-10', '2026-13-01', '10000-01-01', '-000001-01-01']
const NOT_DAYS = ['2026/06/01', '２０２６-０６-０１', '今天', '20260601', '2026-6-1', '1e9', 'NaN', '__proto__', ' ']
const BAD_MONEY = [
  ...[
    '-0',
    '-1',
    '+1',
    '1e9',
    '1E+9',
    '2,000元',
    '2，000',
    '２０００',
    '2000元',
    '￥2000',
    '二千',
    '2万',
    '0x10',
    '00',
  ],
  ...['NaN', 'Infinity', '-Infinity', 'undefined', '1.005', '.5', '5.', '1 000', '9'.repeat(400), '1_000', '__proto__'],
]
const BAD_INSTANTS = [
  '2026-02-30T09:00:00Z',
  '2026-06-01T24:30:00Z',
  '2026-06-01',
  '2026-06-01T09:00:00',
  '10000-01-01T00:00:00Z',
]

const BAD_COUNTS = ['0', '-1', '1.5', '1e3', '01', '10000', '１２', '十', '5日', 5, {}, '9'.repeat(400)]

const THING = { name: '酱油', quantity: '6', unit: '瓶' }
const BAD_QUANTITIES: readonly unknown[] = [
  ...['', '0', '0.000', '-1', '+1', '1e3', '1.2345', '01', '.5', '5.', '1,000', '１２', '十二', 'NaN', '9'.repeat(400)],
  ...[1, null, {}, ['1'], true],
]

const BY_KIND: Readonly<Record<FactShape['kind'], (fact: FactShape) => readonly unknown[]>> = {
  text: (fact) => [...BAD_TEXTS, '两\n行', '字'.repeat((fact.maxLength ?? 200) + 1), true, []],
  'long-text': (fact) => [...BAD_TEXTS, '字'.repeat((fact.maxLength ?? 10_000) + 1), true, []],
  'yes-no': () => ['true', '是', 'yes', 1, '__proto__', []],
  date: () => [...BAD_DAYS, ...NOT_DAYS, true, []],
  instant: () => [...BAD_DAYS, ...NOT_DAYS, ...BAD_INSTANTS, true, []],
  money: () => [...BAD_MONEY, true, []],
  count: () => [...BAD_COUNTS, true, []],
  choice: () => ['没有这个选项', '__proto__', 'constructor', 'toString', '0', ' ', true, []],
  basis: () => [...BAD_TEXTS, '食品安全法第三十四条', '《食品安全法》第34条', '《》第一条', 'x'.repeat(201), true, []],
  'evidence-list': () => [[1], ['a', 'a'], 'a', [''], [null], TEN_THOUSAND_AND_ONE],
  people: () => [
    ...['lin', NO_ID, [1], [''], [null], [[NO_ID]], [{ id: NO_ID }]],
    ...[[NO_ID], ['__proto__'], ['constructor'], ['林一'], [NO_ID, NO_ID], TEN_THOUSAND_AND_ONE],
  ],
  things: () => [
    ...['酱油', ['酱油'], [1], [null], [[]], true],
    ...BAD_TEXTS.map((name) => [{ ...THING, name }]),
    ...BAD_QUANTITIES.map((quantity) => [{ ...THING, quantity }]),
    ...BAD_MONEY.map((value) => [{ ...THING, value }]),
    [{ ...THING, name: '' }],
    [{ ...THING, unit: '  ' }],
    [{ ...THING, unit: 5 }],
    [{ ...THING, kept: '在家' }],
    [{ ...THING, kept: 'constructor' }],
    [{ ...THING, photos: [1] }],
    [{ ...THING, colour: '红' }],
    Array.from({ length: 201 }, () => THING),
  ],
  portions: () => [
    ...['酱油', ['酱油'], [1], [null], [[]], true, [{}]],
    ...BAD_QUANTITIES.map((quantity) => [{ thing: NO_ID, quantity }]),
    [{ thing: '', quantity: '1' }],
    [{ thing: 'a b', quantity: '1' }],
    [{ thing: 1, quantity: '1' }],
    [{ thing: NO_ID, quantity: '1', fate: '吃掉' }],
    [{ thing: NO_ID, quantity: '1', fate: '__proto__' }],
    [{ thing: NO_ID, quantity: '1', note: '好' }],
  ],
  payment: () => ['', ' ', '甲', 'a b', "'; DROP TABLE", 'x'.repeat(101), 5, true, [], ['id-1'], {}],
  paper: ({ choices = [] }) => [
    ...['询问通知书', ['询问通知书'], [1], [null], [[]], true, [{}]],
    [{ paper: '' }],
    [{ paper: 1 }],
    [{ paper: 'penalty-decision' }],
    [{ paper: 'constructor' }],
    [{ 被询问人: '某人' }],
    ...choices.flatMap((code) => [
      [{ paper: code }],
      [{ paper: code, 颜色: '红' }],
      [{ paper: code }, { paper: code }],
    ]),
  ],
  table: ({ columns = [] }) => [
    ...['一行', ['一行'], [1], [null], [[]], true, [{}]],
    [{ colour: '红' }],
    ...columns.map(({ key }) => [{ [key]: 1 }]),
    ...columns.filter(({ kind }) => kind === 'date').map(({ key }) => [{ [key]: '2026-02-30' }]),
    ...columns.filter(({ kind }) => kind === 'money').map(({ key }) => [{ [key]: '二千' }]),
    Array.from({ length: 61 }, () => ({})),
  ],
}

/** Everything that no field of this kind may take. */
export function nastyValues(fact: FactShape): readonly unknown[] {
  return [...WRONG_SHAPES, ...BY_KIND[fact.kind](fact)]
}

/** Those that JSON can carry and that no rule for the whole request meets first. */
export function nastyFields(fact: FactShape): readonly unknown[] {
  return nastyValues(fact).filter((value) => {
    const text = JSON.stringify(value) ?? 'null'
    return text !== 'null' && !/\\u0|\\ud8|__proto__"\s*:/.test(text)
  })
}
