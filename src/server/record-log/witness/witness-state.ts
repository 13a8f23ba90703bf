import { createHash } from 'node:crypto'
import { parseUtf8 } from '#domain/record-log/bytes.ts'
import { type Checkpoint, parseCheckpoint } from '#domain/record-log/checkpoint.ts'
import { parseNote } from '#domain/record-log/signed-note.ts'
import { type NamedFiles, openNamedFolder } from '../../blobs/named-files.ts'
import { OperatorError } from '../../operator-error.ts'

/** What a witness remembers: of each log the newest checkpoint it has cosigned, one file each. */
export class WitnessState {
  readonly #folder: string
  readonly #files: NamedFiles
  readonly #known = new Map<string, Checkpoint | undefined>()
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(folder: string) {
    this.#folder = folder
    this.#files = openNamedFolder(folder)
  }

  /**
   * Does the work alone among all of that log: comparing with what is remembered and remembering the next must not be
   * torn apart, or an older request could take the place of a newer one (C2SP tlog-witness, "add-checkpoint").
   */
  async alone<T>(origin: string, work: (latest: Checkpoint | undefined) => Promise<T>): Promise<T> {
    const before = this.#turns.get(origin) ?? Promise.resolve()
    const turn = before.catch(() => undefined).then(async () => work(await this.latest(origin)))
    this.#turns.set(origin, turn)
    return turn
  }

  /** Throws an OperatorError when the file is no checkpoint: a witness that has forgotten must not sign. */
  async latest(origin: string): Promise<Checkpoint | undefined> {
    if (!this.#known.has(origin)) this.#known.set(origin, await this.#read(origin))
    return this.#known.get(origin)
  }

  /** Returns when the checkpoint survives a power cut; only within `alone`. */
  async remember(checkpoint: Checkpoint, note: string): Promise<void> {
    await this.#files.replace({ name: fileOf(checkpoint.origin), bytes: Buffer.from(note) })
    this.#known.set(checkpoint.origin, checkpoint)
  }

  /** Keeps what a log has signed and cannot prove: it shows that the log tells two stories. */
  async keepEvidence(note: string): Promise<void> {
    const name = `evidence/${createHash('sha256').update(note).digest('hex')}`
    if (this.#evidence >= EVIDENCE_LIMIT) return
    this.#evidence += 1
    await this.#files.replace({ name, bytes: Buffer.from(note) })
  }
  #evidence = 0

  async #read(origin: string): Promise<Checkpoint | undefined> {
    const bytes = await this.#files.read(fileOf(origin))
    if (!bytes) return undefined
    const text = parseNote(parseUtf8(bytes) ?? '')?.text
    const checkpoint = text === undefined ? undefined : parseCheckpoint(text, { allowsExtensions: true })
    if (checkpoint?.origin === origin) return checkpoint
    throw new OperatorError(
      `${this.#folder}/${fileOf(origin)} 不是日志“${origin}”的检查点，见证方已不记得签到哪里；请从备份恢复这个文件，不要删除。`,
    )
  }
}

/** Of one run; a log gone wrong must not fill the disk. */
const EVIDENCE_LIMIT = 100

/** Names of logs are no names of files. */
const fileOf = (origin: string): string => `logs/${createHash('sha256').update(origin).digest('hex')}`
