import { type Lock, type Locker, MemoryLocker } from '@tus/server'
import type { PoolClient } from 'pg'
import type { Database } from '#server/db/database.ts'
import { RefusedError, refused } from '#server/http/errors.ts'

/** First half of the advisory lock key; the other half is the upload id's hash. */
const LOCK_CLASS = 0x75_70_6c_64

type Session = { readonly client: Promise<PoolClient>; held: number; readonly cancels: Set<() => unknown> }

/**
 * One request writes an upload at a time. Inside this process a newer request asks the older one to stop (it may hang on a
 * dead connection); against other processes an advisory lock holds, on one connection for all uploads of this process.
 */
export function openUploadLocks(db: Database): Locker {
  const inProcess = new MemoryLocker({ acquireLockTimeout: 10_000 })
  let session: Session | undefined
  const enter = (): Session => {
    session ??= openSession(db, (lost) => {
      if (session === lost) session = undefined
    })
    session.held += 1
    return session
  }
  const leave = async (own: Session): Promise<void> => {
    own.held -= 1
    if (own.held > 0 || session !== own) return
    session = undefined
    const client = await own.client.catch(() => undefined)
    client?.release()
  }
  return { newLock: (id) => uploadLock(id, inProcess.newLock(id), enter, leave) }
}

function openSession(db: Database, onLost: (session: Session) => void): Session {
  const session: Session = { client: db.pool.connect(), held: 0, cancels: new Set() }
  const lose = (client?: PoolClient): void => {
    onLost(session)
    for (const cancel of session.cancels) cancel()
    client?.release(true)
  }
  session.client.then(
    (client) => client.once('error', () => lose(client)),
    () => lose(),
  )
  return session
}

function uploadLock(id: string, inner: Lock, enter: () => Session, leave: (session: Session) => Promise<void>): Lock {
  let own: Session | undefined
  let cancel: (() => unknown) | undefined
  const letGo = async (): Promise<void> => {
    if (own && cancel) own.cancels.delete(cancel)
    if (own) await leave(own)
    own = undefined
    await inner.unlock()
  }
  return {
    async lock(signal, requestRelease) {
      await inner.lock(signal, requestRelease)
      own = enter()
      cancel = requestRelease
      own.cancels.add(cancel)
      try {
        if (await tryLock(await own.client, id)) return
      } catch (error) {
        await letGo()
        throw error
      }
      await letGo()
      throw new RefusedError(refused('upload-busy', '这个文件正在另一处上传；请稍后继续。'))
    },
    async unlock() {
      const client = await own?.client.catch(() => undefined)
      // On a lost connection the server has let go of the lock by itself.
      await client?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, id]).catch(() => undefined)
      await letGo()
    },
  }
}

async function tryLock(client: PoolClient, id: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', [
    LOCK_CLASS,
    id,
  ])
  return rows[0]?.got === true
}
