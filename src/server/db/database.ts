import type { PostgresPoolClient } from 'kysely'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient, PoolConfig, QueryConfig } from 'pg'
import pg from 'pg'
import type { DB } from './tables.ts'
import { typeParsers } from './type-parsers.ts'

export type Statement = {
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
  /** A read that, first in a transaction, is sent together with its BEGIN; a write must know that the transaction stands. */
  readonly opens?: true
}

export type Queryable = {
  query<Row>(statement: Statement): Promise<{ rows: Row[]; rowCount: number }>
  readonly kysely: Kysely<DB>
}

export type Tx = Queryable & {
  readonly isTx: true
  /** Sends a statement whose rows nobody needs, so that COMMIT can follow in the same packet; its failure rolls back and is thrown. */
  send(statement: Statement): void
}

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
  /** Settings of each session, as `-c name=value`, parted by spaces. */
  readonly settings?: string
  /** Told of connections that break while nobody waits on them; the pool has already dropped them. */
  readonly onConnectionLost?: (error: Error) => void
}

/** Opens a pool lazily: no connection is made before the first statement. */
export function openDatabase(config: DatabaseConfig): Database {
  const pool = openPool(config)
  const kysely = kyselyOn(() => pool.connect())
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
    options: `-c search_path=${config.searchPath ?? 'app'} -c timezone=UTC ${config.settings ?? ''}`,
    ...config.connection,
    max: config.max ?? config.connection.max ?? 10,
    // Statements of one transaction need not wait for each other on the wire; the server still runs them in order.
    pipeline: true,
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
  const config: QueryConfig = { text, types: typeParsers }
  if (name !== undefined) config.name = name
  if (values) config.values = [...values]
  const result = await sender.query(config)
  return { rows: result.rows as Row[], rowCount: result.rowCount ?? 0 }
}

async function runTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const sent: Promise<unknown>[] = []
  let broken: Error | undefined
  try {
    keep(sent, client.query('BEGIN'))
    const result = await work(transactionOn(client, sent))
    const { command } = await client.query('COMMIT')
    await Promise.all(sent)
    // After a statement error that the work swallowed, PostgreSQL answers COMMIT with ROLLBACK and no error.
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back by an earlier statement error')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw await firstFailure(sent, error)
  } finally {
    client.release(broken)
  }
}

/** Remembers what nobody waits for yet; without a listener its failure would end the process. */
function keep(sent: Promise<unknown>[], made: Promise<unknown>): void {
  made.catch(() => undefined)
  sent.push(made)
}

/** All that follows a failed statement fails because of it, so the first failure tells why. */
async function firstFailure(sent: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  const outcomes = await Promise.allSettled(sent)
  return outcomes.find((outcome) => outcome.status === 'rejected')?.reason ?? otherwise
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

/** `sent` holds BEGIN and what nobody waits for yet. */
function transactionOn(client: PoolClient, sent: Promise<unknown>[]): Tx {
  let kysely: Kysely<DB> | undefined
  const [begun] = sent
  return {
    isTx: true,
    query: async (statement) => {
      if (!statement.opens) await begun
      const [answer] = await Promise.all([send<never>(client, statement), begun])
      return answer
    },
    send: (statement) => keep(sent, send(client, statement)),
    get kysely() {
      kysely ??= kyselyOn(async () => {
        await begun
        return withoutRelease(client)
      })
      return kysely
    },
  }
}

type Lent = Pick<PoolClient, 'query' | 'release'>

/** Kysely gives back "a connection" after each statement; the transaction keeps its own. */
function withoutRelease(client: PoolClient): Lent {
  return { query: client.query.bind(client) as PoolClient['query'], release: () => undefined }
}

function kyselyOn(connect: () => Promise<Lent>): Kysely<DB> {
  const lend = async (): Promise<PostgresPoolClient> => {
    const client = await connect()
    const query = (text: string, values: readonly unknown[]) =>
      client.query({ text, values: [...values], types: typeParsers })
    return { query: query as unknown as PostgresPoolClient['query'], release: (broken) => client.release(broken) }
  }
  const pool = { connect: lend, end: async () => undefined, options: {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
