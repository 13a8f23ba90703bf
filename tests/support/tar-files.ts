const BLOCK = 512

/** The files of a tar with long names in pax headers, by their path. */
export function tarFiles(tar: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + BLOCK)
    const size = Number.parseInt(header.subarray(124, 136).toString().replaceAll('\0', '').trim(), 8)
    const body = tar.subarray(at + BLOCK, at + BLOCK + size)
    const type = String.fromCharCode(header[156] ?? 0)
    if (type === 'x') longName = /path=(.*)\n/.exec(body.toString())?.[1]
    else {
      files.set(longName ?? header.subarray(0, 100).toString().replaceAll('\0', ''), body)
      longName = undefined
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
