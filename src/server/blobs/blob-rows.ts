import type { Statement } from '../db/database.ts'
import type { Digests } from './blob-store.ts'

export type NewBlob = Digests & { readonly size: number; readonly mediaType: string; readonly at: string }

/** Names bytes of the store in the database; the same bytes are named once. */
export const insertBlob = (blob: NewBlob): Statement => ({
  name: 'insert-blob',
  text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (sha256) DO NOTHING`,
  values: [blob.sha256, blob.sm3, blob.size, blob.mediaType, blob.at],
})
