import { base64, parseBase64 } from './base64.ts'
import { parseDecimal } from './decimal.ts'
import { HASH_LENGTH } from './merkle.ts'
import { NOTE_LIMIT } from './signed-note.ts'

/** A proof that can be verified offline (c2sp.org/tlog-proof@v1); `checkpoint` is the signed note as the log gave it. */
export type Proof = {
  readonly extra?: Uint8Array
  readonly index: bigint
  readonly hashes: readonly Uint8Array[]
  readonly checkpoint: string
}

const HEADER = 'c2sp.org/tlog-proof@v1'
/** A tree below 2^64 leaves has no longer path. */
const PATH_LIMIT = 64
const EXTRA_LIMIT = 65_536
/** Characters that are read at all: the note with its signatures, and what stands before it. */
export const PROOF_LIMIT = NOTE_LIMIT + EXTRA_LIMIT * 2

/** The text of a `.tlog-proof` file (C2SP tlog-proof, "Format"). */
export function formatProof({ extra, index, hashes, checkpoint }: Proof): string {
  const extraLine = extra === undefined ? [] : [`extra ${base64(extra)}`]
  return [HEADER, ...extraLine, `index ${index}`, ...hashes.map(base64), '', checkpoint].join('\n')
}

/** The parts of such a text, nothing of it verified yet; undefined unless it is exactly in the format. */
export function parseProof(text: string): Proof | undefined {
  const split = text.length > PROOF_LIMIT ? -1 : text.indexOf('\n\n')
  if (split < 0) return undefined
  const [header, ...lines] = text.slice(0, split).split('\n', PATH_LIMIT + 4)
  const path = header === HEADER ? parseLines(lines) : undefined
  return path && { ...path, checkpoint: text.slice(split + 2) }
}

type Path = Omit<Proof, 'checkpoint'>

function parseLines(lines: readonly string[]): Path | undefined {
  const [extraLine = '', ...others] = lines
  if (!extraLine.startsWith('extra ')) return parsePath(lines)
  const extra = parseBase64(extraLine.slice('extra '.length))
  const path = parsePath(others)
  return path && extra && isExtra(extra) ? { extra, ...path } : undefined
}

const isExtra = ({ length }: Uint8Array): boolean => length > 0 && length <= EXTRA_LIMIT

function parsePath([indexLine = '', ...lines]: readonly string[]): Path | undefined {
  const index = indexLine.startsWith('index ') ? parseDecimal(indexLine.slice('index '.length)) : undefined
  const hashes = lines.map(parseBase64).filter((hash) => hash?.length === HASH_LENGTH) as Uint8Array[]
  if (index === undefined || lines.length > PATH_LIMIT || hashes.length !== lines.length) return undefined
  return { index, hashes }
}
