import pg from 'pg'

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const
const ARRAY_OID = { int8: 1016, date: 1182, timestamptz: 1185 } as const

function parseBigint(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint outside the safe range: ${text}`)
  return value
}

/** Always three fraction digits, so that instants compare as strings; infinity stays a word. */
function parseInstant(text: string): string {
  if (text.endsWith('infinity')) return text
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const keepText = (text: string): string => text

type Parse = (text: string) => unknown
type ArrayParser = { create(source: string, parse: Parse): { parse(): unknown[] } }

// The driver's own declaration calls arrayParser a function; it is an object with `create`.
const parseArray =
  (parse: Parse): Parse =>
  (text) =>
    (pg.types.arrayParser as unknown as ArrayParser).create(text, parse).parse()

const PARSERS = new Map<number, Parse>([
  [OID.int8, parseBigint],
  [OID.date, keepText],
  [OID.timestamptz, parseInstant],
  [ARRAY_OID.int8, parseArray(parseBigint)],
  [ARRAY_OID.date, parseArray(keepText)],
  [ARRAY_OID.timestamptz, parseArray(parseInstant)],
])

/** Given with each of our statements, never to the pool: the job worker shares it and compares the driver's Date objects. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const ours = format === 'binary' ? undefined : PARSERS.get(oid)
    return ours ?? pg.types.getTypeParser(oid, format as 'text')
  },
}
