/** Twice as many are kept while sound comes, so that there are never fewer than this many at the end of a long one. */
export const BUCKETS = 800

/**
 * Peaks of 16-bit samples without knowing beforehand how many will come: whenever the buckets are full, two are made one.
 * At the end there are at most 800, each the loudest of an equal part, from 0 to 1.
 */
export function openPeaks() {
  let buckets: number[] = []
  let perBucket = 1
  let [filled, loudest, count] = [0, 0, 0]
  let half: Buffer = Buffer.alloc(0)

  const close = (): void => {
    buckets.push(loudest)
    ;[filled, loudest] = [0, 0]
    if (buckets.length < BUCKETS * 2) return
    buckets = halved(buckets)
    perBucket *= 2
  }
  const sample = (value: number): void => {
    count += 1
    loudest = Math.max(loudest, Math.abs(value))
    filled += 1
    if (filled === perBucket) close()
  }
  /** A pipe may part in the middle of a sample: the half that came waits for the other. */
  const takeWhole = (bytes: Buffer): void => {
    const even = bytes.length - (bytes.length % 2)
    for (let at = 0; at < even; at += 2) sample(bytes.readInt16LE(at))
    half = even < bytes.length ? bytes.subarray(even) : Buffer.alloc(0)
  }
  return {
    take: (bytes: Buffer): void => takeWhole(half.length > 0 ? Buffer.concat([half, bytes]) : bytes),
    end(): { readonly count: number; readonly values: readonly number[] } {
      if (filled > 0) buckets.push(loudest)
      const fitting = buckets.length > BUCKETS ? halved(buckets) : buckets
      return { count, values: fitting.map((peak) => Math.round((Math.min(peak, 32_767) / 32_767) * 1000) / 1000) }
    },
  }
}

function halved(buckets: readonly number[]): number[] {
  return Array.from({ length: Math.ceil(buckets.length / 2) }, (_, index) =>
    Math.max(buckets[index * 2] ?? 0, buckets[index * 2 + 1] ?? 0),
  )
}
