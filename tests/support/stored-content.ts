export const STAGED = 'staged-1'
export const NAMED = 'log/tile/0/000.p/7'

/** Bytes that a process and the test that watches it both know. */
export function contentOf(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, nth) => (nth * 31 + (nth >> 8)) % 251))
}
