import { readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OperatorError } from '#server/operator-error.ts'
import type { ReadLog } from '#verifier/verify-log.ts'

/** The largest file of a log: a bundle of 256 entries with their lengths. */
const FILE_LIMIT = 256 * (65_535 + 2)
const PATIENCE_MS = 30_000

/** Reads a log from a folder or from a web address; throws an OperatorError when it cannot be reached. */
export function logSource(place: string): ReadLog {
  return isAddress(place) ? fromWeb(place) : fromFolder(place)
}

export const isAddress = (place: string): boolean => /^https?:\/\//.test(place)

function fromFolder(folder: string): ReadLog {
  return async (path) => {
    const bytes = readAtMost(join(folder, path), FILE_LIMIT)
    if (bytes === 'too-long') throw new OperatorError(`${join(folder, path)} 太大，不是存证日志的文件。`, 1)
    return bytes
  }
}

/** The bytes of a file, undefined when it is not there; longer ones are not read. */
export function readAtMost(path: string, limit: number): Uint8Array | 'too-long' | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) return undefined
    return stat.size > limit ? 'too-long' : new Uint8Array(readFileSync(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new OperatorError(`读不了 ${path}：${code === 'EACCES' ? '没有权限' : message}。`, 1)
  }
}

function fromWeb(address: string): ReadLog {
  const prefix = address.replace(/\/*$/, '/')
  return (path) =>
    fetched(`${prefix}${path}`).catch((error: unknown) => {
      if (error instanceof OperatorError) throw error
      throw new OperatorError(`连不上 ${prefix}${path}：请检查地址和网络后再试。`, 1)
    })
}

async function fetched(url: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (answer.status === 404) return undefined
  if (!answer.ok || !answer.body) throw new OperatorError(`${url} 答复 ${answer.status}，读不到日志。`, 1)
  return bodyAtMost(url, answer.body)
}

async function bodyAtMost(url: string, body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > FILE_LIMIT) throw new OperatorError(`${url} 太大，不是存证日志的文件。`, 1)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The same source, keeping a copy of every file read; the checkpoint is kept by the caller, last. */
export function mirrored(read: ReadLog, folder: string): ReadLog {
  return async (path) => {
    const bytes = await read(path)
    if (bytes && !path.startsWith('checkpoint')) await keep(folder, path, bytes)
    return bytes
  }
}

/** Writes one file of a mirrored log; its path comes from `tilePath`, never from the log. */
export async function keep(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
