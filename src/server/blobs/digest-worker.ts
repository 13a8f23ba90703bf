import { createHash, type Hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

export type DigestOrder =
  | { readonly kind: 'update'; readonly digest: number; readonly bytes: Uint8Array }
  | { readonly kind: 'finish'; readonly digest: number }
  | { readonly kind: 'drop'; readonly digest: number }

/** One answer for each `update` and `finish`, in the order they came. */
export type DigestAnswer = { readonly sha256?: string; readonly sm3?: string }

type Pair = { readonly sha256: Hash; readonly sm3: Hash }

const pairs = new Map<number, Pair>()

function pairOf(digest: number): Pair {
  const known = pairs.get(digest)
  if (known) return known
  const pair = { sha256: createHash('sha256'), sm3: createHash('sm3') }
  pairs.set(digest, pair)
  return pair
}

function obey(order: DigestOrder): DigestAnswer | undefined {
  if (order.kind === 'drop') {
    pairs.delete(order.digest)
    return undefined
  }
  const pair = pairOf(order.digest)
  if (order.kind === 'update') {
    pair.sha256.update(order.bytes)
    pair.sm3.update(order.bytes)
    return {}
  }
  pairs.delete(order.digest)
  return { sha256: pair.sha256.digest('hex'), sm3: pair.sm3.digest('hex') }
}

parentPort?.on('message', (order: DigestOrder) => {
  const answer = obey(order)
  if (answer) parentPort?.postMessage(answer)
})
