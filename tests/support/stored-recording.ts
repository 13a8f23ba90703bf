import type { Medium } from '#domain/recording/medium.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { insertRecording } from '#server/features/recordings/index.ts'
import { newId } from '#server/ids.ts'

export type Shot = {
  readonly agencyId: string
  readonly officerId: string | null
  readonly capturedAt: string
  readonly medium?: Medium
  readonly fileName?: string
  readonly deviceId?: string
}

const TYPES: Readonly<Record<Medium, string>> = { photo: 'image/png', audio: 'audio/wav', video: 'video/mp4' }

/** A recording as the docking station leaves it in the store; answers its id. */
export async function storeRecording({ db, blobs, clock }: Context, shot: Shot): Promise<string> {
  const { medium = 'video', fileName = '现场.mp4', deviceId = null, ...taken } = shot
  const id = newId()
  const bytes = Buffer.from(`${medium} ${id}`)
  const { sha256, sm3 } = await storeBytes(blobs, newId(), bytes)
  const storedAt = clock.now().toISOString()
  await db.transaction(async (tx) => {
    await tx.query({
      text: 'INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, $4, $5)',
      values: [sha256, sm3, bytes.length, TYPES[medium], storedAt],
    })
    const known = { deviceId, place: '', source: 'docking-station', uploadId: null, storedBy: null } as const
    const due = { dueAt: storedAt, doubts: [], saidCase: '' } as const
    await insertRecording(tx, { id, sha256, medium, fileName, storedAt, ...known, ...due, ...taken })
  })
  return id
}
