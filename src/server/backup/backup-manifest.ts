import { existsSync } from 'node:fs'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '../blobs/durable-folder.ts'
import { OperatorError } from '../operator-error.ts'

export const MANIFEST = 'backup.json'
export const FORMAT = 'zhaofa-backup-1'

const SCHEMA = z.object({
  format: z.literal(FORMAT),
  /** Of the program that made it. */
  version: z.string(),
  startedAt: z.string(),
  /** Everything that was acknowledged before this moment is in the backup. */
  asOf: z.string(),
  finishedAt: z.string(),
  database: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('data-folder'),
      major: z.number(),
      bytes: z.number(),
      startLsn: z.string(),
      endLsn: z.string(),
    }),
    z.object({ kind: z.literal('dump'), major: z.number(), bytes: z.number() }),
  ]),
  /** The newest head of the record log in the database, before `asOf`. */
  log: z.object({ size: z.number(), root: z.string() }).nullable(),
  files: z.number(),
  bytes: z.number(),
  /** Blobs that a former backup held already. */
  reused: z.number(),
  /** What is not in the backup, one sentence each. */
  leftOut: z.array(z.string()),
  /** Digest of the list of digests. */
  checksums: z.string(),
})

export type BackupManifest = z.infer<typeof SCHEMA>

const UNFINISHED = `${MANIFEST}.new`

/** Says that a backup was begun here: whoever finds this and no manifest knows that it was cut off. */
export async function beginManifest(folder: string): Promise<void> {
  await writeFile(join(folder, UNFINISHED), '', { flag: 'wx', mode: 0o600 })
}

/** Written last, whole or not at all: without it a folder is no backup. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const unfinished = join(folder, UNFINISHED)
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(manifest, undefined, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, join(folder, MANIFEST))
  await syncFolder(folder)
}

/** Throws an OperatorError for what is no whole backup, or one of another kind. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  if (!existsSync(folder)) throw new OperatorError(`没有找到备份文件夹 ${folder}；请核对路径。`)
  if (!existsSync(join(folder, MANIFEST))) throw new OperatorError(sayIncomplete(folder))
  const parsed = SCHEMA.safeParse(parseJson(await readFile(join(folder, MANIFEST), 'utf8')))
  if (parsed.success) return parsed.data
  throw new OperatorError(`${join(folder, MANIFEST)} 读不懂：不是 ${FORMAT} 的备份清单，或者已经损坏；请换一份备份。`)
}

function sayIncomplete(folder: string): string {
  if (existsSync(join(folder, UNFINISHED)))
    return `${folder} 里没有 ${MANIFEST}：这次备份没有做完，不能用来恢复；请换一份备份。`
  return `${folder} 里没有 ${MANIFEST}：这不是备份文件夹；请核对路径。`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
