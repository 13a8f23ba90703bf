import { newId } from '../ids.ts'

type Sender = { query(text: string, values: unknown[]): Promise<unknown> }

/** An entry of the audit for what an operator did at the machine: nobody is signed in there. */
export type Operation = {
  readonly name: 'backup-made' | 'backup-restored'
  readonly at: Date
  readonly detail: Readonly<Record<string, unknown>>
}

/** Who took a copy of everything, and when, belongs to the audit like a download; so does what came back from a copy. */
export async function noteOperation(db: Sender, { name, at, detail }: Operation): Promise<void> {
  await db.query('INSERT INTO app.audit_entries (id, at, name, subject, detail) VALUES ($1, $2, $3, $4, $5)', [
    newId(),
    at,
    name,
    'system',
    JSON.stringify(detail),
  ])
}
