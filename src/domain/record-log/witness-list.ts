import { equalBytes } from './bytes.ts'
import type { Digest } from './merkle.ts'
import type { Witness } from './policy.ts'
import { parseVkey, type Vkey } from './vkey.ts'

/** A witness with the address that checkpoints are sent to. */
export type AskedWitness = Witness & { readonly url: string }

/** Witnesses of a line such as `key address; key address`; undefined when one is wrong or stands there twice. */
export function parseWitnesses(digest: Digest, text: string): readonly AskedWitness[] | undefined {
  const parts = text.split(/[;\n]/).filter((part) => part.trim() !== '')
  const witnesses = parts
    .map((part) => parseWitness(digest, part.trim().split(/\s+/)))
    .filter((each) => each !== undefined)
  const isEachOnce = witnesses.every(({ vkey, name }, nth) =>
    witnesses.slice(0, nth).every((other) => other.name !== name && !equalBytes(other.vkey.publicKey, vkey.publicKey)),
  )
  return witnesses.length === parts.length && isEachOnce ? witnesses : undefined
}

function parseWitness(digest: Digest, [line = '', url = '', surplus]: readonly string[]): AskedWitness | undefined {
  const vkey: Vkey | undefined = parseVkey(digest, line, ['cosignature'])
  const isAddress = /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(url)
  if (!vkey || !isAddress || surplus !== undefined) return undefined
  return { name: vkey.name, vkey, url: url.replace(/\/+$/, '') }
}
