import { Readable } from 'node:stream'
import type { ClientConfig } from 'pg'
import pg from 'pg'

/** A walsender's session. Its slot keeps the write-ahead log of the whole backup and goes when the session ends. */
export type ReplicationSession = {
  /** The data folder as one tar, read while everybody works on; start and end come with its end. */
  streamDataFolder(): DataFolderStream
  close(): Promise<void>
}

export type DataFolderStream = {
  /** Pages are checked against their checksums by the server; a damaged one ends the stream with an error. */
  readonly tar: Readable
  /** Where the log begins that recovery needs; known when the tar has ended. */
  readonly startLsn: Promise<string>
}

const SLOT = 'zhaofa_backup'

/** Opens a session of the replication protocol on the owner's connection. */
export async function openReplication(connection: ClientConfig): Promise<ReplicationSession> {
  const client = new pg.Client({ ...connection, replication: 'true' } as ClientConfig)
  // A connection that breaks is noticed by those who wait for its answer.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`CREATE_REPLICATION_SLOT ${SLOT}_${process.pid} TEMPORARY PHYSICAL (RESERVE_WAL)`)
  return { streamDataFolder: () => streamDataFolder(client), close: () => client.end() }
}

// WAL is left out: it is copied last, up to the moment for which the backup stands.
const BASE_BACKUP = `BASE_BACKUP (LABEL 'zhaofa', CHECKPOINT 'fast', WAL false, VERIFY_CHECKSUMS true)`

function streamDataFolder(client: pg.Client): DataFolderStream {
  const { promise: startLsn, resolve, reject } = Promise.withResolvers<string>()
  // Whoever reads the tar hears of the failure there.
  startLsn.catch(() => undefined)
  let wire: Wire | undefined
  const tar = new Readable({ highWaterMark: 4 * 1024 * 1024, read: () => void wire?.stream.resume() })
  const order = baseBackupOrder({
    onBegin: (begun) => {
      wire = begun
    },
    onData: (bytes) => {
      if (!tar.push(bytes)) wire?.stream.pause()
    },
    onEnd: (lsn) => {
      resolve(lsn)
      tar.push(null)
    },
    onFault: (error) => {
      reject(error)
      tar.destroy(error)
    },
  })
  client.query(order)
  return { tar, startLsn }
}

type Wire = { readonly stream: { pause(): void; resume(): void }; query(text: string): void }

type Listener = {
  onBegin(wire: Wire): void
  onData(bytes: Buffer): void
  onEnd(startLsn: string): void
  onFault(error: Error): void
}

const DATA = 'd'.charCodeAt(0)

/**
 * Start position, tablespaces, the archive as copied data, end position. Of the copied messages `d` carries the archive; the
 * others name it. A cluster made by the program has no tablespaces, so there is one archive.
 */
function baseBackupOrder({ onBegin, onData, onEnd, onFault }: Listener) {
  let startLsn: string | undefined
  return {
    submit(wire: Wire) {
      onBegin(wire)
      wire.query(BASE_BACKUP)
    },
    handleRowDescription: () => undefined,
    handleDataRow({ fields }: { fields: readonly (string | null)[] }) {
      startLsn ??= fields[0] ?? undefined
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The parser uses its buffer again.
      if (chunk[0] === DATA) onData(Buffer.from(chunk.subarray(1)))
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery() {
      if (startLsn === undefined) onFault(new Error('BASE_BACKUP ended without a start position'))
      else onEnd(startLsn)
    },
    handleError: onFault,
  }
}
