import type { FieldError } from '#contract/problem.ts'
import { textProblem } from '#domain/form/text-problems.ts'
import { capturedAtProblem } from '#domain/recording/captured-at.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { isId } from '#server/ids.ts'

const NAME_MOST = 200
const PLACE_MOST = 200

/** What is said about a recording before its bytes come; device and officer are checked when it is registered. */
export type RecordingAbout = {
  readonly capturedAt: string
  readonly device: string | null
  readonly officer: string | null
  readonly place: string
}

/** What a client says about a file before sending it; its media type is not asked, since the bytes decide. */
export type UploadIntent = {
  readonly fileName: string
  readonly declaredSha256: string | undefined
} & (
  | { readonly purpose: 'evidence'; readonly caseId: string }
  | { readonly purpose: 'recording'; readonly about: RecordingAbout }
)

type Metadata = Readonly<Record<string, string | null>> | undefined

/**
 * Reads the `Upload-Metadata` of tus: `filename`, `caseId` and, if the client has it, `sha256`. With `purpose=recording`
 * there is no case, but `capturedAt` and, as far as known, `device`, `officer` and `place`.
 */
export function readUploadMetadata(metadata: Metadata, now: Date): UploadIntent | Refused {
  const fileName = (metadata?.filename ?? '').normalize('NFC')
  const declaredSha256 = metadata?.sha256?.toLowerCase()
  const isRecording = metadata?.purpose === 'recording'
  const errors = [
    wrong('filename', nameSentence(fileName)),
    wrong('sha256', digestSentence(declaredSha256)),
    wrong('purpose', purposeSentence(metadata?.purpose)),
    ...(isRecording ? aboutErrors(metadata, now) : [wrong('caseId', caseSentence(metadata?.caseId))]),
  ].filter((error) => error !== undefined)
  if (errors.length > 0) return refused('invalid-input', '上传的说明（Upload-Metadata）有误。', { errors })
  const file = { fileName, declaredSha256 }
  if (isRecording) return { ...file, purpose: 'recording', about: aboutOf(metadata) }
  return { ...file, purpose: 'evidence', caseId: metadata?.caseId ?? '' }
}

const aboutOf = (metadata: Metadata): RecordingAbout => ({
  capturedAt: metadata?.capturedAt ?? '',
  device: metadata?.device || null,
  officer: metadata?.officer || null,
  place: metadata?.place?.trim() ?? '',
})

function aboutErrors(metadata: Metadata, now: Date): (FieldError | undefined)[] {
  const { capturedAt, device, officer, place } = aboutOf(metadata)
  return [
    wrong('caseId', metadata?.caseId ? '音像记录上传时不写案件，存入以后再关联。' : undefined),
    wrong('capturedAt', capturedAtProblem(capturedAt, now)),
    wrong('device', idSentence('设备', device)),
    wrong('officer', idSentence('拍摄人', officer)),
    wrong('place', textProblem(place, { title: '拍摄地点', maxLength: PLACE_MOST, multiline: false })),
  ]
}

const purposeSentence = (purpose: string | null | undefined): string | undefined =>
  purpose === undefined || purpose === 'evidence' || purpose === 'recording'
    ? undefined
    : 'purpose 应当是 evidence（证据）或者 recording（音像记录）。'

const caseSentence = (caseId: string | null | undefined): string | undefined =>
  isId(caseId ?? '') ? undefined : '案件编号缺失或者格式不对，应当是 8-4-4-4-12 位的 UUID。'

const idSentence = (what: string, id: string | null): string | undefined =>
  id === null || isId(id) ? undefined : `${what}编号的格式不对，应当是 8-4-4-4-12 位的 UUID。`

const wrong = (name: string, sentence: string | undefined): FieldError | undefined =>
  sentence === undefined ? undefined : { pointer: `/headers/upload-metadata/${name}`, sentence }

/** Why a file may not be called so; undefined when it may. */
export function nameSentence(name: string): string | undefined {
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
