import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readRecordingContent } from '#domain/record-log/recording-content.ts'
import { OperatorError } from '#server/operator-error.ts'

export type OriginalJudged = { readonly proved: string } | { readonly problem: string }

/** Reads the original of a recording once, piece by piece, and compares it with the digest record that the receipt is for. */
export async function compareOriginal(path: string, record: Uint8Array): Promise<OriginalJudged> {
  const sealed = readRecordingContent(record)
  if (!sealed) return { problem: '给出的摘要记录里没有原件的摘要，原件无从比对。' }
  const { sha256, sm3, size } = await digestsOf(path)
  if (size !== sealed.size)
    return { problem: `原件有 ${size} 字节，存入时是 ${sealed.size} 字节：它不是存入的那一份，或者已被改动。` }
  if (sha256 !== sealed.sha256 || sm3 !== sealed.sm3)
    return {
      problem: `原件的摘要（SHA-256 ${sha256}）与存入时的 ${sealed.sha256} 不同：它不是存入的那一份，或者已被改动。`,
    }
  return { proved: `原件共 ${size} 字节，逐字节重新计算的 SHA-256 和 SM3 与存入时的摘要记录一致。` }
}

async function digestsOf(path: string) {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')]
  let size = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      size += chunk.length
      sha256.update(chunk)
      sm3.update(chunk)
    }
  } catch (error) {
    throw new OperatorError(`读不出原件“${path}”（${error instanceof Error ? error.message : String(error)}）。`, 2)
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), size }
}
