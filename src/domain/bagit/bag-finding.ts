/** One thing that was found in a bag; a bag with an error is not valid, one with warnings only is. */
export type BagFinding = {
  readonly level: 'error' | 'warning'
  /** Path inside the bag. */
  readonly file?: string
  /** Counted from one. */
  readonly line?: number
  readonly sentence: string
}

export const bagError = (sentence: string, file?: string, line?: number): BagFinding =>
  finding('error', sentence, file, line)
export const bagWarning = (sentence: string, file?: string, line?: number): BagFinding =>
  finding('warning', sentence, file, line)

function finding(level: BagFinding['level'], sentence: string, file?: string, line?: number): BagFinding {
  return { level, ...(file !== undefined && { file }), ...(line !== undefined && { line }), sentence }
}

/** A finding as one line for people: 出错 manifest-md5.txt 第 3 行：… */
export function tellFinding({ level, file, line, sentence }: BagFinding): string {
  const place = [file, line === undefined ? undefined : `第 ${line} 行`].filter((part) => part !== undefined).join(' ')
  return `${level === 'error' ? '出错' : '提醒'}${place && ` ${place}`}：${sentence}`
}

/** Lines ended by CR, LF or CRLF, as the standard allows; a last line may lack its end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
