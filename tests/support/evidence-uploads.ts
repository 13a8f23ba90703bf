import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceFixture, Official, RunningServer } from './evidence-fixture.ts'
import { append, begin, type Reply } from './tus-exchange.ts'

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
let files = 0

/** A file that begins like a JPEG and that no other test has stored. */
export function photo(length: number): Buffer {
  files += 1
  return Buffer.concat([JPEG, Buffer.alloc(Math.max(6, length - JPEG.length), `第${files}张`)])
}

export type Uploads = {
  open(size: number, metadata?: Record<string, string>): Promise<Reply & { readonly url: string }>
  /** Uploads in one piece and answers the upload's address. */
  whole(bytes: Buffer, metadata?: Record<string, string>): Promise<string>
  row(url: string): Promise<Record<string, unknown> | undefined>
  staged(): Promise<string[]>
}

/** Uploads of one official to whichever server is running. */
export function uploadsOf(fixture: EvidenceFixture, by: Official, server: () => RunningServer): Uploads {
  const open: Uploads['open'] = (size, more = {}) => {
    const metadata = { filename: '现场.jpg', caseId: by.caseId, ...more }
    return begin({ origin: server().origin, cookie: by.cookie, size, metadata })
  }
  return {
    open,
    async whole(bytes, more) {
      const { url } = await open(bytes.length, more)
      const reply = await append({ url, cookie: by.cookie, at: 0, body: bytes })
      if (reply?.status !== 204) throw new Error(`upload answered ${reply?.status}: ${reply?.body}`)
      return url
    },
    async row(url) {
      const text = `SELECT u.state, u.stored_size, u.sha256, b.sm3, b.media_type FROM app.uploads u
        LEFT JOIN app.blobs b ON b.sha256 = u.sha256 WHERE u.id = $1`
      const { rows } = await fixture.database.owner.query<Record<string, unknown>>({ text, values: [idOf(url)] })
      return rows[0]
    },
    staged: () => readdir(join(fixture.root, 'staging')),
  }
}
