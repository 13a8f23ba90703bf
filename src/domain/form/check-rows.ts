import { quantityFromText } from '../custody/quantity.ts'
import { KEPT, type PortionRow, type ThingRow } from '../custody/thing.ts'
import type { CheckedFact, FactShape } from './check-fact.ts'
import { moneyFromText } from './money.ts'
import { textProblem, tidy } from './text-problems.ts'

const MOST_ROWS = 200
const MOST_PHOTOS = 20
const ID_LENGTH = 100

type Column = { readonly title: string; readonly maxLength: number; readonly isNeeded: boolean }
const COLUMNS: Readonly<Record<Exclude<keyof ThingRow, 'photos' | 'quantity' | 'value' | 'kept'>, Column>> = {
  name: { title: '名称', maxLength: 100, isNeeded: true },
  spec: { title: '规格型号', maxLength: 100, isNeeded: false },
  unit: { title: '单位', maxLength: 10, isNeeded: true },
  condition: { title: '物品状态', maxLength: 200, isNeeded: false },
  place: { title: '存放地点', maxLength: 100, isNeeded: false },
  seal: { title: '封条编号', maxLength: 60, isNeeded: false },
}
const THING_KEYS: readonly string[] = [...Object.keys(COLUMNS), 'quantity', 'value', 'kept', 'photos']

type Read<R> = { readonly row: R } | { readonly reason: string }

/** A list of things: each row checked column by column; the first mistake is named with its row. */
export function checkThings(fact: FactShape, raw: unknown): CheckedFact {
  return checkEach(fact, raw, readThing)
}

/** Portions of listed things; what may be decided about each are the choices of the fact. */
export function checkPortions(fact: FactShape, raw: unknown): CheckedFact {
  const checked = checkEach(fact, raw, (record) => readPortion(fact, record))
  if (!checked.ok) return checked
  const rows = checked.value as readonly PortionRow[]
  const keys = rows.map(({ thing, fate = '' }) => `${thing} ${fate}`)
  return new Set(keys).size === keys.length ? checked : refused(fact, '里同一件物品填了两次，请合并成一行')
}

function checkEach<R extends object>(
  fact: FactShape,
  raw: unknown,
  read: (record: Readonly<Record<string, unknown>>) => Read<R>,
): CheckedFact {
  if (!Array.isArray(raw) || !raw.every(isRecord)) return refused(fact, '应为物品的列表')
  if (raw.length > MOST_ROWS) return refused(fact, `最多 ${MOST_ROWS} 行，现为 ${raw.length} 行`)
  const rows: R[] = []
  for (const [index, record] of raw.entries()) {
    const result = read(record)
    if ('reason' in result) return refused(fact, `第 ${index + 1} 行${result.reason}`)
    rows.push(result.row)
  }
  return { ok: true, value: rows as unknown as readonly Readonly<Record<string, string>>[] }
}

function readThing(record: Readonly<Record<string, unknown>>): Read<ThingRow> {
  const problem =
    strangerIn(record, THING_KEYS) ?? textIn(record) ?? numbersIn(record) ?? keptIn(record) ?? photosIn(record)
  if (problem !== undefined) return { reason: problem }
  const text = (key: string) => tidy(String(record[key] ?? ''))
  const row: ThingRow = {
    name: text('name'),
    spec: text('spec'),
    quantity: text('quantity'),
    unit: text('unit'),
    value: text('value'),
    condition: text('condition'),
    kept: text('kept') || '带回保管',
    place: text('place'),
    seal: text('seal'),
    photos: (record.photos as readonly string[] | undefined) ?? [],
  }
  return { row }
}

function readPortion(fact: FactShape, record: Readonly<Record<string, unknown>>): Read<PortionRow> {
  const { thing, quantity, fate } = record
  const read = quantityFromText(quantity)
  const problem =
    strangerIn(record, ['thing', 'quantity', 'fate']) ??
    (isId(thing) ? undefined : '没有选物品') ??
    (read.ok ? undefined : `的数量${read.reason}`) ??
    fateIn(fact.choices ?? [], fate)
  if (problem !== undefined) return { reason: problem }
  const row = { thing: String(thing), quantity: tidy(String(quantity)) }
  return { row: typeof fate === 'string' ? { ...row, fate } : row }
}

/** What is decided is one of the choices; where the action decides nothing, nothing is written there. */
function fateIn(choices: readonly string[], fate: unknown): string | undefined {
  if (choices.length === 0) return fate === undefined ? undefined : '不用写处理结果'
  const isOne = typeof fate === 'string' && choices.includes(fate)
  return isOne ? undefined : `的处理应为下列之一：${choices.join('、')}`
}

function strangerIn(record: object, keys: readonly string[]): string | undefined {
  return Object.keys(record).some((key) => !keys.includes(key)) ? '有不认识的栏目，请刷新页面后重填' : undefined
}

function textIn(record: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(COLUMNS)
    .map(([key, { title, maxLength, isNeeded }]) => {
      const raw = record[key] ?? ''
      if (typeof raw !== 'string') return `的${title}应为文字`
      const text = tidy(raw)
      if (isNeeded && text === '') return `没有写${title}`
      const problem = textProblem(text, { title, maxLength, multiline: false })
      return problem && `的${problem}`
    })
    .find((problem) => problem !== undefined)
}

function numbersIn({ quantity, value = '' }: Readonly<Record<string, unknown>>): string | undefined {
  const read = quantityFromText(quantity)
  if (!read.ok) return `的数量${read.reason}`
  if (value === '') return undefined
  const money = moneyFromText(typeof value === 'string' ? value : '-')
  return money.ok ? undefined : `的价值：${money.reason}`
}

function keptIn({ kept = '' }: Readonly<Record<string, unknown>>): string | undefined {
  const isKnown = kept === '' || (typeof kept === 'string' && Object.hasOwn(KEPT, kept))
  return isKnown ? undefined : `的保存方式应为下列之一：${Object.keys(KEPT).join('、')}`
}

function photosIn({ photos = [] }: Readonly<Record<string, unknown>>): string | undefined {
  const isList = Array.isArray(photos) && photos.every(isId) && photos.length <= MOST_PHOTOS
  return isList ? undefined : `的照片应为本案证据的列表，最多 ${MOST_PHOTOS} 张`
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+$/.test(value) && value.length <= ID_LENGTH
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused({ title }: FactShape, reason: string): CheckedFact {
  return { ok: false, reason: `“${title}”${reason}` }
}
