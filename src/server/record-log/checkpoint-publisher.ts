import type { NamedFiles } from '../blobs/named-files.ts'
import { CHECKPOINT, COSIGNED } from './log-files.ts'
import type { Checkpointed } from './log-rows.ts'

type Shown = Pick<Checkpointed, 'size' | 'note'>

/** Shows heads to everybody, one after another; a smaller one never takes the place of a larger. */
export class CheckpointPublisher {
  readonly #files: NamedFiles
  #size = 0
  #cosignedSize = 0
  #turn: Promise<unknown> = Promise.resolve()

  constructor(files: NamedFiles) {
    this.#files = files
  }

  /** Only ever called with a head that the database has kept; the lines are those of witnesses. */
  show({ size, note }: Shown, lines = ''): Promise<void> {
    return this.#inTurn(async () => {
      if (size < this.#size) return
      await this.#files.replace({ name: CHECKPOINT, bytes: Buffer.from(note + lines) })
      this.#size = size
    })
  }

  /** The newest head that has the quorum, for who relies on nothing less. */
  showCosigned({ size, note }: Shown, lines: string): Promise<void> {
    return this.#inTurn(async () => {
      if (size < this.#cosignedSize) return
      await this.#files.replace({ name: COSIGNED, bytes: Buffer.from(note + lines) })
      this.#cosignedSize = size
    })
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    await turn
  }
}
