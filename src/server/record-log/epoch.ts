import type { NamedFiles } from '../blobs/named-files.ts'
import type { Sender } from './log-rows.ts'

/** SQL: number of the log that is written now; each decision for a new log counts on. */
export const EPOCH = '(SELECT coalesce(max(epoch), 0) FROM app.log_decisions)'

/** SQL: leaves up to this id are compared by id, later ones by transaction (see `readNextLeaves`). */
export const HORIZON = '(SELECT coalesce(max(horizon), 0) FROM app.log_decisions)'

export type Epoch = {
  readonly epoch: number
  /** Name of the log since the last decision for a new one; undefined for the first log, which is named by its key. */
  readonly origin: string | undefined
}

export async function readEpoch(db: Sender): Promise<Epoch> {
  const { rows } = await db.query<Epoch>({
    name: 'log-epoch',
    text: `SELECT epoch, origin FROM app.log_decisions WHERE choice = 'new-log' ORDER BY epoch DESC LIMIT 1`,
  })
  return rows[0] ?? { epoch: 0, origin: undefined }
}

/** Where a log lies below `log/`: the first one directly, the second under `log/2/`. What an older one published stays. */
export const folderOfEpoch = (epoch: number): string => (epoch === 0 ? 'log/' : `log/${epoch + 1}/`)

export const nameInEpoch = (name: string, epoch: number): string => name.replace(/^log\//, folderOfEpoch(epoch))

/** The same for who only reads. */
export const readerOfEpoch = (files: Pick<NamedFiles, 'read'>, epoch: number): Pick<NamedFiles, 'read'> => ({
  read: (name) => files.read(nameInEpoch(name, epoch)),
})

/** The files of one log, called as those of the first one. */
export function filesOfEpoch(files: NamedFiles, epoch: number): NamedFiles {
  const named = (name: string) => nameInEpoch(name, epoch)
  return {
    ...readerOfEpoch(files, epoch),
    keep: (all) => files.keep(all.map(({ name, bytes }) => ({ name: named(name), bytes }))),
    replace: ({ name, bytes }) => files.replace({ name: named(name), bytes }),
    remove: (name) => files.remove(named(name)),
  }
}

/** The files of the log that is written now. */
export async function currentLogFiles(db: Sender, files: Pick<NamedFiles, 'read'>): Promise<Pick<NamedFiles, 'read'>> {
  const { epoch } = await readEpoch(db)
  return readerOfEpoch(files, epoch)
}
