import type { Locker } from '@tus/server'
import type { BlobStore } from '#server/blobs/blob-store.ts'
import { openStaging, type Staging } from '#server/blobs/staging.ts'
import type { Database } from '#server/db/database.ts'
import { openUploadLocks } from './upload-locks.ts'

const stagings = new WeakMap<BlobStore, Staging>()
const lockers = new WeakMap<Database, Locker>()

/** One per store and process; it only saves reading a prefix again. */
export function stagingOf(blobs: BlobStore): Staging {
  const known = stagings.get(blobs)
  if (known) return known
  const staging = openStaging(blobs)
  stagings.set(blobs, staging)
  return staging
}

/** One per database and process, so that requests inside one process see each other. */
export function lockerOf(db: Database): Locker {
  const known = lockers.get(db)
  if (known) return known
  const locker = openUploadLocks(db)
  lockers.set(db, locker)
  return locker
}
