import type { IncomingMessage } from 'node:http'

export const RECEIPT_LIMIT = 1024 * 1024
export const DOCUMENT_LIMIT = 30 * 1024 * 1024
/** Both files and the lines between them. */
const BODY_LIMIT = RECEIPT_LIMIT + DOCUMENT_LIMIT + 64 * 1024
/** What is too long is read to here without being kept, so that the browser hears the answer; then it is cut off. */
const PATIENCE = 4 * BODY_LIMIT

export type VerifyForm = {
  readonly key: string
  /** Undefined when no file was chosen. */
  readonly receipt: Uint8Array | undefined
  readonly document: Uint8Array | undefined
}
export type ReadForm = VerifyForm | 'malformed' | 'too-long'

/** Everything that was sent, or nothing when it was more than the limit; memory is bounded by the limit. */
export async function readBody(stream: IncomingMessage): Promise<Buffer | 'too-long'> {
  const kept: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > PATIENCE) break
    if (length <= BODY_LIMIT) kept.push(chunk)
    else kept.length = 0
  }
  return length > BODY_LIMIT ? 'too-long' : Buffer.concat(kept)
}

/** The files of the form, each within its own limit. */
export async function readForm(body: unknown, contentType: string): Promise<ReadForm> {
  if (body === 'too-long') return 'too-long'
  if (!(body instanceof Uint8Array)) return 'malformed'
  const fields = await parse(body, contentType)
  if (!fields) return 'malformed'
  const [receipt, document] = [await fileOf(fields, 'receipt'), await fileOf(fields, 'document')]
  const isTooLong = lengthOf(receipt) > RECEIPT_LIMIT || lengthOf(document) > DOCUMENT_LIMIT
  const key = fields.get('key')
  return isTooLong ? 'too-long' : { key: typeof key === 'string' ? key : '', receipt, document }
}

const lengthOf = (file: Uint8Array | undefined): number => file?.length ?? 0

async function parse(body: Uint8Array, contentType: string): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    return undefined
  }
}

async function fileOf(fields: FormData, name: string): Promise<Uint8Array | undefined> {
  const file = fields.get(name)
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined
}
