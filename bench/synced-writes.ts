import { openNamedFolder } from '#server/blobs/named-files.ts'

/** Small files a second, each on the disk before the next: as many as any server that remembers can have. */
export async function syncedWrites(folder: string, count: number): Promise<number> {
  const files = openNamedFolder(folder)
  const started = performance.now()
  for (let nth = 0; nth < count; nth += 1) await files.replace({ name: 'one', bytes: Buffer.from(`${nth}`) })
  return (count * 1000) / (performance.now() - started)
}
