import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const CHECKSUMS = 'SHA256SUMS'

/** Every file of a backup with its digest: what `sha256sum -c` reads, so that a backup can be checked without the program. */
export class ChecksumList {
  readonly #digests = new Map<string, string>()

  add(path: string, sha256: string): void {
    this.#digests.set(path, sha256)
  }

  get(path: string): string | undefined {
    return this.#digests.get(path)
  }

  get size(): number {
    return this.#digests.size
  }

  /** Paths that begin so, without that beginning, with their digests. */
  *below(prefix: string): Generator<{ readonly path: string; readonly sha256: string }> {
    for (const [path, sha256] of this.#digests) {
      if (path.startsWith(prefix)) yield { path: path.slice(prefix.length), sha256 }
    }
  }

  /** Writes the list into the backup; answers its own digest. */
  async write(folder: string): Promise<string> {
    const lines = [...this.#digests].map(([path, sha256]) => `${sha256}  ${path}\n`)
    const text = lines.sort().join('')
    await writeFile(join(folder, CHECKSUMS), text, { flag: 'wx', mode: 0o600 })
    return digestOf(text)
  }

  /** Undefined when the list is not the one with that digest. */
  static async read(folder: string, sha256: string): Promise<ChecksumList | undefined> {
    const text = await readFile(join(folder, CHECKSUMS), 'utf8')
    if (digestOf(text) !== sha256) return undefined
    const list = new ChecksumList()
    for (const line of text.split('\n')) if (line) list.add(line.slice(66), line.slice(0, 64))
    return list
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
