import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import type { Staging } from '#server/blobs/staging.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import { auditRow, auditStatement } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { completeUpload, finishStoring } from './complete-upload.ts'
import { findOwnUpload, type UploadRow } from './uploads-queries.ts'
import { markEnded, recordStoredSize } from './uploads-store.ts'

export const UPLOAD_LIFE_MS = 7 * 86_400_000

/** tus over the staged files, for one request: what another person began does not exist here. */
export class UploadDataStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration']
  readonly #ctx: RequestContext
  readonly #staging: Staging

  constructor(ctx: RequestContext, staging: Staging) {
    super()
    this.#ctx = ctx
    this.#staging = staging
  }

  override getExpiration(): number {
    return UPLOAD_LIFE_MS
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.#resumable(id)
    const { size, createdAt, fileName } = row
    const metadata = { filename: fileName }
    return new Upload({ id, size, offset: row.storedSize, creation_date: createdAt, metadata })
  }

  /** Stores and syncs what comes, also when the connection breaks in between; the last byte completes the upload. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const row = await this.#resumable(id)
    if (row.storedSize === row.size) return row.size
    const { cut, size } = await this.#staging.append({
      id,
      at: offset,
      source: stream,
      expected: row.size - offset,
      onDurable: (durable) => this.#record(row, durable),
    })
    if (size === row.size) await completeUpload(this.#ctx, this.#staging, row)
    else await this.#record(row, size)
    if (cut !== undefined && size < row.size) throw cut
    return size
  }

  override async remove(id: string): Promise<void> {
    const { db } = this.#ctx
    await db.transaction(async (tx) => {
      if (!(await markEnded(tx, id, 'discarded'))) throw ERRORS.INVALID_TERMINATION
      const row = auditRow(this.#ctx)
      if (row) await tx.query(auditStatement(row))
    })
    await this.#staging.discard(id)
  }

  /** The full size is recorded only together with the digest, so that a full size always means a complete upload. */
  async #record(row: UploadRow, size: number): Promise<void> {
    if (size < row.size) await recordStoredSize(this.#ctx.db, row.id, size)
  }

  async #resumable(id: string): Promise<UploadRow> {
    const row = await findOwnUpload(this.#ctx.db, id, this.#ctx.actor.personId)
    if (!row) throw ERRORS.FILE_NOT_FOUND
    if (row.state === 'finished' || row.state === 'taken') return row
    if (row.state === 'storing') {
      await finishStoring(this.#ctx, row, this.#ctx)
      return row
    }
    if (row.state !== 'receiving')
      throw new RefusedError(refused('not-found', '这次上传已经结束，没有存入文件；请重新上传。'))
    return this.#withoutLost(row)
  }

  /** If acknowledged bytes are gone (a disk was exchanged), the client sends them again. */
  async #withoutLost(row: UploadRow): Promise<UploadRow> {
    const staged = (await this.#ctx.blobs.stagedSize(row.id)) ?? 0
    if (staged >= row.storedSize) return row
    this.#ctx.log.error({ upload: row.id, acknowledged: row.storedSize, staged }, 'staged bytes are missing')
    await recordStoredSize(this.#ctx.db, row.id, staged)
    return { ...row, storedSize: staged }
  }
}
