import { randomBytes, type X509Certificate } from 'node:crypto'
import { parseNote } from '#domain/record-log/signed-note.ts'
import type { NamedFiles } from '../blobs/named-files.ts'
import type { Logger } from '../log.ts'
import { STAMPED, stampName } from './log-files.ts'
import { type Head, readHead, type Sender } from './log-rows.ts'
import { keepStamp, readNewestStamp } from './timestamp-rows.ts'

export type Timestamping = {
  readonly db: Sender
  readonly files: NamedFiles
  readonly url: string
  readonly hours: number
  /** Roots that are trusted; without any it is not asked whose stamps these are. */
  readonly anchors: readonly X509Certificate[]
  readonly now: () => Date
  readonly log: Logger
  readonly patienceMs: number
}

const HOUR_MS = 3_600_000
const AGAIN_MS = 60_000
const REPLY_LIMIT = 1_000_000

/** Has the newest checkpoint stamped by an authority for time every so many hours; an authority that is away or lies stops nothing. */
export class Timestamper {
  readonly #job: Timestamping
  #nextMs = 0

  constructor(job: Timestamping) {
    this.#job = job
  }

  async round(): Promise<void> {
    if (performance.now() < this.#nextMs) return
    const head = await this.#dueHead()
    if (!head) return
    const problem = await this.#stamp(head)
    if (problem === undefined) return
    this.#job.log.warn({ authority: this.#job.url, size: head.size }, problem)
    this.#nextMs = performance.now() + AGAIN_MS
  }

  /** Nothing new needs no new stamp. */
  async #dueHead(): Promise<Head | undefined> {
    const { db, hours, now } = this.#job
    const head = await readHead(db)
    const last = head && (await readNewestStamp(db))
    if (!head || last?.size === head.size) return undefined
    const isDue = !last || now().getTime() - Date.parse(last.receivedAt) >= hours * HOUR_MS
    return isDue ? head : undefined
  }

  /** The sentence why nothing was stamped; undefined when it was. */
  async #stamp(head: Head): Promise<string | undefined> {
    const { db, files, url, now, anchors } = this.#job
    // Loaded where somebody asks for time stamps; ASN.1 takes memory.
    const { readTimestampReply, timestampRequest } = await import('./timestamp-token.ts')
    const [text, nonce] = [Buffer.from(stampedText(head.note)), randomBytes(16)]
    const reply = await this.#send(timestampRequest(text, nonce))
    if (typeof reply === 'string') return reply
    const stamped = await readTimestampReply(reply, text, nonce, anchors)
    if ('problem' in stamped) return stamped.problem
    await keepStamp(db, { size: head.size, authority: url, token: stamped.token, at: stamped.at }, now())
    await files.keep([
      { name: stampName(head.size), bytes: Buffer.from(head.note) },
      { name: `${stampName(head.size)}.tst`, bytes: stamped.token },
    ])
    await files.replace({ name: STAMPED, bytes: Buffer.from(head.note) })
    return undefined
  }

  async #send(body: Uint8Array): Promise<Uint8Array | string> {
    const { url, patienceMs } = this.#job
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query' },
        body: Buffer.from(body),
        signal: AbortSignal.timeout(patienceMs),
      })
      if (!answer.ok) return `时间戳服务答复 ${answer.status}。`
      return await shortBody(answer)
    } catch (error) {
      return `时间戳服务没有答复（${error instanceof Error ? error.message : String(error)}）。`
    }
  }
}

async function shortBody(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > REPLY_LIMIT) throw new Error('答复太长')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What is stamped: the checkpoint's own three lines, whoever signs below them later. */
export const stampedText = (note: string): string => parseNote(note)?.text ?? ''
