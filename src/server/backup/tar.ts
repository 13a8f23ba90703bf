/** One entry of a tar; the content must be read, or left, before the next entry is asked for. */
export type TarEntry = {
  readonly path: string
  readonly kind: 'file' | 'folder'
  readonly size: number
  content(): AsyncGenerator<Buffer>
}

const BLOCK = 512

/** Reads the tar that PostgreSQL sends (ustar): files and folders. Throws when it is cut, or holds what leads elsewhere. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteQueue(source)
  for (;;) {
    const header = await bytes.take(BLOCK)
    if (header.every((byte) => byte === 0)) return
    const entry = parseHeader(header)
    let left = entry.size
    yield {
      ...entry,
      async *content() {
        while (left > 0) {
          const part = await bytes.takeUpTo(left)
          left -= part.length
          yield part
        }
      },
    }
    while (left > 0) left -= (await bytes.takeUpTo(left)).length
    await bytes.take((BLOCK - (entry.size % BLOCK)) % BLOCK)
  }
}

function parseHeader(header: Buffer): Omit<TarEntry, 'content'> {
  const path = textOf(header.subarray(0, 100)).replace(/^\.\//, '').replace(/\/$/, '')
  const type = String.fromCharCode(header[156] ?? 0)
  if (sumOf(header) !== Number.parseInt(textOf(header.subarray(148, 156)), 8))
    throw new Error('a tar header is damaged')
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`tar entry ${path} leads elsewhere`)
  if (type !== '0' && type !== '5') throw new Error(`tar entry ${path} is neither file nor folder`)
  const size = Number.parseInt(textOf(header.subarray(124, 136)), 8)
  return { path, kind: type === '5' ? 'folder' : 'file', size: type === '5' ? 0 : size }
}

/** The sum counts its own field as blanks. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
}

function textOf(field: Buffer): string {
  const end = field.indexOf(0)
  return field
    .subarray(0, end < 0 ? field.length : end)
    .toString('utf8')
    .trim()
}

class ByteQueue {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let left = length; left > 0; ) {
      const part = await this.takeUpTo(left)
      left -= part.length
      parts.push(part)
    }
    return Buffer.concat(parts)
  }

  /** At least one byte and at most so many. */
  async takeUpTo(length: number): Promise<Buffer> {
    while (this.#held.length === 0) {
      const next = await this.#source.next()
      if (next.done) throw new Error('the tar ends too early')
      this.#held = next.value
    }
    const part = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(part.length)
    return part
  }
}
