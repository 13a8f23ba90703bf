import type { Environment } from '#domain/case/environment.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import type { Tx } from '#server/db/database.ts'
import { voidDocument } from '#server/features/documents/index.ts'

/** The paper's row and whoever follows its QR code learn of it in the transaction of the event; its number is never used again. */
export async function writeVoids(tx: Tx, env: Environment, events: readonly CaseEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type !== 'document-voided') continue
    const written = { documentId: event.document, reason: event.reason, at: new Date(env.now) }
    if (!(await voidDocument(tx, written))) throw new Error(`document ${event.document} could not be voided`)
  }
}
