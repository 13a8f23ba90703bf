import { parseUtf8 } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'

/** What is sealed of a recording when it is stored: the digests of the original, and how it was taken. */
export type RecordingContent = {
  readonly recording: string
  /** Of the original, lower-case hexadecimal. */
  readonly sha256: string
  readonly sm3: string
  /** Bytes. */
  readonly size: number
  readonly device: string | null
  readonly officer: string | null
  /** RFC 3339 in UTC with milliseconds. */
  readonly capturedAt: string
  readonly storedAt: string
}

/** The text whose salted digest is the leaf (RFC 8785); the same whenever it is made again from the same values. */
export const recordingContent = (content: RecordingContent): string => {
  const { recording, sha256, sm3, size, device, officer, capturedAt, storedAt } = content
  return canonicalJson({ recording, sha256, sm3, size, device, officer, capturedAt, storedAt })
}

export const recordingSubject = (recording: string): string => `recording:${recording}`

/** What a digest record says of its original; undefined for bytes that are none. */
export function readRecordingContent(bytes: Uint8Array): Pick<RecordingContent, 'sha256' | 'sm3' | 'size'> | undefined {
  try {
    const { sha256, sm3, size } = JSON.parse(parseUtf8(bytes) ?? '') as Partial<RecordingContent>
    const isRecord = typeof sha256 === 'string' && typeof sm3 === 'string' && typeof size === 'number'
    return isRecord ? { sha256, sm3, size } : undefined
  } catch {
    return undefined
  }
}
