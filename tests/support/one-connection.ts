import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '#server/db/database.ts'

const inside = new AsyncLocalStorage<true>()
const SENTENCE = 'a second connection was asked for inside a transaction: hand the transaction on'

/**
 * The same database, but whoever asks the pool while holding one of its connections fails at once: under load each of so many
 * requests would wait for a connection that another of them holds.
 */
export function oneConnectionEach(db: Database): Database {
  return {
    ...db,
    query: async (statement) => {
      refuseInside()
      return db.query(statement)
    },
    get kysely() {
      refuseInside()
      return db.kysely
    },
    transaction: async (work) => {
      refuseInside()
      return db.transaction((tx) => inside.run(true, () => work(tx)))
    },
  }
}

function refuseInside(): void {
  if (inside.getStore()) throw new Error(SENTENCE)
}
