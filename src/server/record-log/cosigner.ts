import type { AskedWitness } from '#domain/record-log/witness-list.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import type { Logger } from '../log.ts'
import { askWitness, type WitnessReply } from './ask-witness.ts'
import type { CheckpointPublisher } from './checkpoint-publisher.ts'
import { keepCosignature, keepRefusal, lastCosigned, readCosignatures } from './cosign-rows.ts'
import { onceEach, tileReader } from './log-files.ts'
import { type Head, readHead, type Sender } from './log-rows.ts'

export type Cosigning = {
  readonly db: Sender
  readonly files: NamedFiles
  readonly publisher: CheckpointPublisher
  readonly witnesses: readonly AskedWitness[]
  readonly quorum: number
  readonly now: () => Date
  readonly log: Logger
  readonly patienceMs: number
}

/** What is known of one witness while this process signs. */
type Standing = { size: number; failures: number; nextMs: number }

const LONGEST_PAUSE_MS = 60_000

/** Sends the newest head to the witnesses and shows it with what they sign; one that is away is asked again, ever more rarely. */
export class Cosigner {
  readonly #job: Cosigning
  readonly #standing = new Map<string, Standing>()

  constructor(job: Cosigning) {
    this.#job = job
  }

  /**
   * Asks each witness that has not signed the newest head, `all` of them where nobody knows what happened since this
   * process last looked. Answers whether one of them knows another history.
   */
  async round({ all = false } = {}): Promise<'refused' | undefined> {
    const { db, witnesses } = this.#job
    const head = witnesses.length === 0 ? undefined : await readHead(db)
    if (!head) return undefined
    const replies = await Promise.all(witnesses.map((witness) => this.#ask(witness, head, all)))
    if (replies.some((reply) => reply?.kind === 'cosigned')) await this.show(head)
    return replies.some((reply) => reply?.kind === 'refused') ? 'refused' : undefined
  }

  /** The head with all lines that are kept of it. */
  async show(head: Head): Promise<void> {
    const { db, witnesses, quorum, publisher } = this.#job
    const kept = await readCosignatures(db, head.size, witnesses)
    const lines = kept.map(({ line }) => line).join('')
    await publisher.show(head, lines)
    if (quorum > 0 && kept.length >= quorum) await publisher.showCosigned(head, lines)
  }

  async #ask(witness: AskedWitness, head: Head, isAnew: boolean): Promise<WitnessReply | undefined> {
    const { db, files, patienceMs } = this.#job
    const standing = await this.#standingOf(witness)
    const isDone = standing.size >= head.size && !isAnew
    if (isDone || performance.now() < standing.nextMs) return undefined
    const readTile = onceEach(tileReader(files))
    const reply = await askWitness({ witness, head, oldSize: standing.size, readTile, patienceMs })
    if (reply.kind === 'cosigned')
      await keepCosignature(db, { size: head.size, witness, line: reply.line, at: reply.at }, this.#job.now())
    if (reply.kind === 'refused') await this.#refused(witness, head, reply)
    this.#note(witness, standing, head, reply)
    return reply
  }

  async #standingOf(witness: AskedWitness): Promise<Standing> {
    const known = this.#standing.get(witness.name)
    if (known) return known
    const standing = { size: await lastCosigned(this.#job.db, witness), failures: 0, nextMs: 0 }
    this.#standing.set(witness.name, standing)
    return standing
  }

  async #refused(
    witness: AskedWitness,
    head: Head,
    { status, knownSize }: { status: number; knownSize: number },
  ): Promise<void> {
    const { db, log, now } = this.#job
    log.error(
      { witness: witness.name, status, knownSize, size: head.size },
      'a witness knows another history of this log',
    )
    await keepRefusal(db, witness, { size: head.size, witness: witness.name, status, knownSize }, now())
  }

  /** The log goes on without a witness that is away; it is told once, and when it is back. */
  #note(witness: AskedWitness, standing: Standing, head: Head, reply: WitnessReply): void {
    const { log } = this.#job
    if (reply.kind === 'cosigned') {
      if (standing.failures > 0) log.info({ witness: witness.name }, 'a witness is back')
      Object.assign(standing, { size: head.size, failures: 0, nextMs: 0 })
      return
    }
    if (standing.failures === 0 && reply.kind === 'away')
      log.warn({ witness: witness.name, why: reply.why }, 'a witness does not answer')
    standing.failures += 1
    standing.nextMs = performance.now() + Math.min(LONGEST_PAUSE_MS, 500 * 2 ** standing.failures)
  }
}
