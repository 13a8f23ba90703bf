import { base64, parseBase64 } from './base64.ts'
import { parseDecimal } from './decimal.ts'
import { HASH_LENGTH } from './merkle.ts'

/** What a log signs: that its first `size` leaves have this root (C2SP tlog-checkpoint). */
export type Checkpoint = { readonly origin: string; readonly size: bigint; readonly root: Uint8Array }

/** The text of the note, three lines with their line ends (C2SP tlog-checkpoint, "Note text"). */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`

/** The checkpoint of a note's text; undefined unless it is exactly that text: extension lines, which nobody could audit, are refused unless allowed. */
export function parseCheckpoint(text: string, { allowsExtensions = false } = {}): Checkpoint | undefined {
  const [origin = '', sizeLine = '', rootLine = '', ...others] = text.split('\n')
  const extensions = others.slice(0, -1)
  if (origin === '' || others.at(-1) !== '' || extensions.includes('')) return undefined
  if (extensions.length > 0 && !allowsExtensions) return undefined
  const [size, root] = [parseDecimal(sizeLine), parseBase64(rootLine)]
  return size !== undefined && root?.length === HASH_LENGTH ? { origin, size, root } : undefined
}
