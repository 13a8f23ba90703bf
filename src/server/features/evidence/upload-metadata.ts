import type { FieldError } from '#contract/problem.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { isId } from '#server/ids.ts'

const NAME_MOST = 200

/** What a client says about a file before sending it; its media type is not asked, since the bytes decide. */
export type UploadIntent = {
  readonly fileName: string
  readonly caseId: string
  readonly declaredSha256: string | undefined
}

type Metadata = Readonly<Record<string, string | null>> | undefined

/** Reads the `Upload-Metadata` of tus: `filename`, `caseId` and, if the client has it, `sha256`. */
export function readUploadMetadata(metadata: Metadata): UploadIntent | Refused {
  const fileName = (metadata?.filename ?? '').normalize('NFC')
  const caseId = metadata?.caseId ?? ''
  const sha256 = metadata?.sha256?.toLowerCase()
  const errors = [
    wrong('filename', nameSentence(fileName)),
    wrong('caseId', isId(caseId) ? undefined : '案件编号缺失或者格式不对，应当是 8-4-4-4-12 位的 UUID。'),
    wrong('sha256', digestSentence(sha256)),
  ].filter((error) => error !== undefined)
  if (errors.length > 0) return refused('invalid-input', '上传的说明（Upload-Metadata）有误。', { errors })
  return { fileName, caseId, declaredSha256: sha256 }
}

const wrong = (name: string, sentence: string | undefined): FieldError | undefined =>
  sentence === undefined ? undefined : { pointer: `/headers/upload-metadata/${name}`, sentence }

function nameSentence(name: string): string | undefined {
  const length = [...name].length
  if (name.trim() === '') return '缺少文件名。'
  if (length > NAME_MOST) return `文件名太长（${length} 个字），最多 ${NAME_MOST} 个字。`
  if (/[/\\]/.test(name)) return '文件名不能带有 / 或者 \\，只要文件自己的名字，不要文件夹。'
  // Control characters and those that turn the writing direction can make an .exe look like a .jpg.
  if (/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(name)) return '文件名里有看不见的控制字符，请改名后再上传。'
  return undefined
}

const digestSentence = (sha256: string | undefined): string | undefined =>
  sha256 === undefined || /^[0-9a-f]{64}$/.test(sha256) ? undefined : 'SHA-256 摘要应当是 64 位十六进制数字。'
