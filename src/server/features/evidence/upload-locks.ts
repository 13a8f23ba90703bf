import { type Lock, type Locker, MemoryLocker } from '@tus/server'
import type { PoolClient } from 'pg'
import type { Database } from '#server/db/database.ts'
import { RefusedError, refused } from '#server/http/errors.ts'

/** First half of the advisory lock key; the other half is the upload id's hash. */
const LOCK_CLASS = 0x75_70_6c_64

type Session = {
  readonly client: Promise<PoolClient>
  held: number
  readonly cancels: Set<() => unknown>
  /** The statement that is under way; one connection takes them one by one. */
  last: Promise<unknown>
  /** Returns the connection to the pool, once. */
  giveBack(isBroken?: boolean): Promise<void>
}

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
    await own.giveBack()
  }
  return { newLock: (id) => uploadLock(id, inProcess.newLock(id), enter, leave) }
}

function openSession(db: Database, onLost: (session: Session) => void): Session {
  const client = db.pool.connect()
  const session: Session = { client, held: 0, cancels: new Set(), last: Promise.resolve(), giveBack }
  const lose = (): void => {
    onLost(session)
    for (const cancel of session.cancels) cancel()
    void giveBack(true)
  }
  client.then((connected) => connected.on('error', lose), lose)
  let isGivenBack = false
  async function giveBack(isBroken = false): Promise<void> {
    if (isGivenBack) return
    isGivenBack = true
    const connected = await client.catch(() => undefined)
    connected?.off('error', lose)
    connected?.release(isBroken)
  }
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
        if (await tryLock(own, id)) return
      } catch (error) {
        await letGo()
        throw error
      }
      await letGo()
      throw new RefusedError(refused('upload-busy', '这个文件正在另一处上传；请稍后继续。'))
    },
    async unlock() {
      // On a lost connection the server has let go of the lock by itself.
      if (own) await ask(own, 'pg_advisory_unlock', id).catch(() => undefined)
      await letGo()
    },
  }
}

const tryLock = (session: Session, id: string): Promise<boolean> => ask(session, 'pg_try_advisory_lock', id)

function ask(session: Session, name: 'pg_try_advisory_lock' | 'pg_advisory_unlock', id: string): Promise<boolean> {
  const asked = session.last.then(async () => {
    const client = await session.client
    const text = `SELECT ${name}($1, hashtext($2)) AS done`
    const { rows } = await client.query<{ done: boolean }>(text, [LOCK_CLASS, id])
    return rows[0]?.done === true
  })
  session.last = asked.catch(() => undefined)
  return asked
}
