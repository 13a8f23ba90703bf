import type { PostgresPoolClient } from 'kysely'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient, PoolConfig, QueryConfig } from 'pg'
import pg from 'pg'
import type { DB } from './tables.ts'
import { typeParsers } from './type-parsers.ts'

export type Statement = { readonly name?: string; readonly text: string; readonly values?: readonly unknown[] }

export type Queryable = {
  query<Row>(statement: Statement): Promise<{ rows: Row[]; rowCount: number }>
  readonly kysely: Kysely<DB>
}

export type Tx = Queryable & { readonly isTx: true }

export type Database = Queryable & {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  readonly pool: Pool
  close(): Promise<void>
}

export type DatabaseConfig = {
  readonly connection: PoolConfig
  readonly max?: number
  /** Default `app`; the portal reads `published` only. */
  readonly searchPath?: string
  /** Told of connections that break while nobody waits on them; the pool has already dropped them. */
  readonly onConnectionLost?: (error: Error) => void
}

/** Opens a pool lazily: no connection is made before the first statement. */
export function openDatabase(config: DatabaseConfig): Database {
  const pool = openPool(config)
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  return {
    query: (statement) => send(pool, statement),
    kysely,
    pool,
    transaction: (work) => runTransaction(pool, work),
    close: () => {
      closing ??= pool.end()
      return closing
    },
  }
}

function openPool(config: DatabaseConfig): Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${config.searchPath ?? 'app'} -c timezone=UTC`,
    ...config.connection,
    max: config.max ?? config.connection.max ?? 10,
    types: typeParsers,
  })
  const lost = config.onConnectionLost ?? (() => undefined)
  // Without both listeners one broken idle connection ends the whole process.
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

type Sender = { query(config: QueryConfig): Promise<{ rows: unknown[]; rowCount: number | null }> }

async function send<Row>(sender: Sender, statement: Statement): Promise<{ rows: Row[]; rowCount: number }> {
  const { name, text, values } = statement
  const config: QueryConfig = name === undefined ? { text } : { name, text }
  if (values) config.values = [...values]
  const result = await sender.query(config)
  return { rows: result.rows as Row[], rowCount: result.rowCount ?? 0 }
}

async function runTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(transactionOn(client))
    await client.query('COMMIT')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** A connection that cannot roll back is not given back to the pool. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function transactionOn(client: PoolClient): Tx {
  let kysely: Kysely<DB> | undefined
  return {
    isTx: true,
    query: (statement) => send(client, statement),
    get kysely() {
      kysely ??= kyselyOn(client)
      return kysely
    },
  }
}

/** Kysely takes and gives back "a connection"; here it is always the transaction's own. */
function kyselyOn(client: PoolClient): Kysely<DB> {
  const borrowed: PostgresPoolClient = {
    query: client.query.bind(client) as PostgresPoolClient['query'],
    release: () => undefined,
  }
  const pool = { connect: async () => borrowed, end: async () => undefined, options: {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
