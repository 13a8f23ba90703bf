import { isInstant } from '#domain/calendar/due-at.ts'

/** What a docking station says about one file, checked as far as the line alone shows. */
export type ManifestLine = {
  /** Counted as people count: the first line under the heads is 2. */
  readonly line: number
  /** Path below the folder, parts parted by `/`. */
  readonly file: string
  readonly sha256: string
  readonly size: number | null
  readonly device: string
  readonly capturedAt: string
  /** Number of the officer's certificate. */
  readonly officer: string | null
  readonly place: string
  readonly saidCase: string
}
export type LineFault = { readonly line: number; readonly file: string; readonly sentence: string }
export type RawLine = { readonly line: number; readonly values: Readonly<Record<string, string>> }

/** One line as it was written, or everything that is wrong with it in one sentence. */
export function readLine({ line, values }: RawLine): ManifestLine | LineFault {
  const at = (name: string): string => (values[name] ?? '').trim()
  const read: ManifestLine = {
    line,
    file: at('file'),
    sha256: at('sha256').toLowerCase(),
    size: at('size') === '' ? null : Number(at('size')),
    device: at('device'),
    capturedAt: instantOf(at('capturedAt')),
    officer: at('officer') || null,
    place: at('place'),
    saidCase: at('case'),
  }
  const wrong = problemsOf(read)
  return wrong.length === 0 ? read : { line, file: read.file, sentence: `${wrong.join('；')}。` }
}

const problemsOf = (read: ManifestLine): readonly string[] =>
  [
    pathProblem(read.file),
    /^[0-9a-f]{64}$/.test(read.sha256) ? undefined : 'SHA-256 摘要应当是 64 位十六进制数字',
    sizeProblem(read.size),
    lengthProblem('设备编号', read.device, 1, 60),
    isInstant(read.capturedAt) ? undefined : '拍摄时间应当像 2026-03-05 09:30:00 或者 2026-03-05T09:30:00+08:00',
    lengthProblem('执法证号', read.officer ?? '', 0, 60),
    lengthProblem('地点', read.place, 0, 200),
    lengthProblem('案号', read.saidCase, 0, 100),
  ].filter((sentence) => sentence !== undefined)

const sizeProblem = (size: number | null): string | undefined =>
  size === null || (Number.isSafeInteger(size) && size > 0) ? undefined : '字节数应当是正整数'

/** A time without a zone is the office's own. */
function instantOf(text: string): string {
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(:\d{2})?)$/.exec(text)
  return local ? `${local[1]}T${local[2]}+08:00` : text
}

/** A list may name files of its own folder only, whatever it says. */
const PATH_RULES: readonly (readonly [(file: string) => boolean, string])[] = [
  [(file) => file === '', '缺少文件名'],
  [(file) => [...(file.split('/').at(-1) ?? '')].length > 200, '文件名最多 200 个字'],
  [(file) => /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(file), '文件名里有看不见的控制字符'],
  [(file) => file.includes('\\'), '文件名里的文件夹用 / 分开，不能用 \\'],
  [
    (file) => /^[A-Za-z]:/.test(file) || file.split('/').some((part) => ['..', '.', ''].includes(part)),
    '文件名指到了这个文件夹外面，只能写这个文件夹里的文件',
  ],
  [(file) => OWN_FOLDERS.includes(file.split('/')[0] ?? ''), 'done 和 failed 存放处理结果，不能从里面接收'],
]

const pathProblem = (file: string): string | undefined => PATH_RULES.find(([breaks]) => breaks(file))?.[1]

/** Where what was taken and what was refused is put. */
export const OWN_FOLDERS = ['done', 'failed']

function lengthProblem(title: string, text: string, least: number, most: number): string | undefined {
  const length = [...text].length
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return `“${title}”里有看不见的控制字符`
  if (length < least) return `缺少“${title}”`
  return length > most ? `“${title}”最多 ${most} 个字` : undefined
}

export const isFault = (read: ManifestLine | LineFault): read is LineFault => 'sentence' in read
