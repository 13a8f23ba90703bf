import { ChecksumList } from './checksum-list.ts'

const TELL_EVERY_MS = 2_000

/** What has been copied so far, told now and then. */
export class BackupTally {
  readonly list = new ChecksumList()
  readonly damaged: string[] = []
  bytes = 0
  reused = 0
  readonly #say: (sentence: string) => void
  #told = performance.now()

  constructor(say: (sentence: string) => void) {
    this.#say = say
  }

  /** Counts a file of the backup; of an earlier copy of the same path only the newer counts. */
  count(path: string, size: number, sha256: string): void {
    this.list.add(path, sha256)
    this.bytes += size
    if (performance.now() - this.#told < TELL_EVERY_MS) return
    this.#told = performance.now()
    this.#say(`已备份 ${this.list.size} 个文件，${mebibytes(this.bytes)} MiB…`)
  }

  tell(sentence: string): void {
    this.#say(sentence)
  }
}

export const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1)
