import type { ClientConfig } from 'pg'
import pg from 'pg'
import { OperatorError } from '../operator-error.ts'

const OWNER_LOCK = 0x7a66_0002
const PRESENCE_LOCK = 0x7a66_0003

/** One process's presence in a home whose embedded database several may use. */
export type Presence = {
  /** Leaves; true when nobody else is there, so that the last one out stops the database. */
  leave(): Promise<boolean>
}

/**
 * Enters the home. With `alone` it is claimed as the one `start`; an OperatorError says who holds it already.
 * The locks hang on one connection, so a process that is killed holds none.
 */
export async function enterHome(connection: ClientConfig, name: string, alone: boolean): Promise<Presence> {
  const client = new pg.Client({ ...connection, application_name: `zhaofa ${name} pid=${process.pid}` })
  // A database that goes away is noticed by those who ask it something.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK])
  if (alone && !(await tryLock(client, OWNER_LOCK))) {
    const holder = await holderOf(client)
    await client.end()
    throw new OperatorError(`这个数据目录已由另一个进程使用（${holder}）；请先停止它，或用 ZHAOFA_HOME 另选目录。`)
  }
  return { leave: () => leave(client) }
}

async function leave(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
    return await tryLock(client, PRESENCE_LOCK)
  } catch {
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function tryLock(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [lock])
  return rows[0]?.got === true
}

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
    [OWNER_LOCK],
  )
  return rows[0]?.name ?? '进程不明'
}
