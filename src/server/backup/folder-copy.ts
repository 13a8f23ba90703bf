import { link, mkdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupTally } from './backup-tally.ts'
import { copyFile } from './copy-file.ts'
import { filesBelow, isMissing } from './files-below.ts'
import { severalAtOnce } from './several-at-once.ts'

export type FolderCopyOrder = {
  readonly from: string
  /** The backup, and the folder in it. */
  readonly backup: string
  readonly name: string
  /** The same folder of a former backup: blobs that it holds are linked instead of copied. */
  readonly former?: string | undefined
  readonly tally: BackupTally
}

const LANES = 4

/** Copies a folder that others write to, pass by pass: a later pass takes what came or changed since. */
export class FolderCopy {
  readonly #order: FolderCopyOrder
  readonly #seen = new Map<string, string>()
  readonly #made = new Set<string>()

  constructor(order: FolderCopyOrder) {
    this.#order = order
  }

  async pass(skip: (path: string) => boolean = () => false): Promise<void> {
    await severalAtOnce(LANES, filesBelow(this.#order.from, skip), (path) => this.#take(path))
  }

  async #take(path: string): Promise<void> {
    const { from } = this.#order
    if (isBlob(path) && this.#seen.has(path)) return
    const found = await stat(join(from, path)).catch(missingAsUndefined)
    const mark = `${found?.size} ${found?.mtimeMs}`
    if (!found || this.#seen.get(path) === mark) return
    const isNewer = this.#seen.has(path)
    this.#seen.set(path, mark)
    await this.#copy(path, found.size, isNewer)
  }

  async #copy(path: string, size: number, isNewer: boolean): Promise<void> {
    const { from, backup, name, tally } = this.#order
    const target = join(backup, name, path)
    await this.#makeFolder(dirname(target))
    if (isNewer) await rm(target)
    if (await this.#reuse(path, size, target)) return
    // Gone meanwhile: an upload that was completed is found among the blobs by the next pass.
    const copied = await copyFile(join(from, path), target).catch(missingAsUndefined)
    if (!copied) return
    tally.count(`${name}/${path}`, copied.size, copied.sha256)
    if (isBlob(path) && copied.sha256 !== basename(path)) tally.damaged.push(basename(path))
  }

  /** The name of a blob is its digest: one of the same name and length is the same, and a link costs nothing. */
  async #reuse(path: string, size: number, target: string): Promise<boolean> {
    const { former, name, tally } = this.#order
    if (former === undefined || !isBlob(path)) return false
    const known = await stat(join(former, path)).catch(missingAsUndefined)
    if (known?.size !== size || !(await linked(join(former, path), target))) return false
    tally.count(`${name}/${path}`, size, basename(path))
    tally.reused += 1
    return true
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#made.has(folder)) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    this.#made.add(folder)
  }
}

export const isBlob = (path: string): boolean => /(^|\/)[0-9a-f]{64}$/.test(path)

export function missingAsUndefined(error: unknown): undefined {
  if (!isMissing(error)) throw error
  return undefined
}

/** False where links are not possible, as between two disks. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EXDEV' || code === 'EMLINK' || code === 'EPERM') return false
    throw error
  }
}
