import { OperatorError } from '#server/operator-error.ts'
import { readAtMost } from './log-source.ts'

/** Key lines given as they are or as files that hold some; throws an OperatorError for what is neither. */
export function readVkeys(given: readonly string[]): string[] {
  return given.flatMap(linesOf)
}

function linesOf(given: string): string[] {
  if (/^[^+\s]+\+[0-9a-f]{8}\+/.test(given)) return [given]
  const bytes = readAtMost(given, 100_000)
  if (bytes === undefined || bytes === 'too-long') {
    throw new OperatorError(`--vkey 的“${given}”既不是公钥（名称+编号+密钥），也不是存有公钥的文件。`, 2)
  }
  return vkeyLines(bytes)
}

/** The lines of a file of keys, as a log publishes at `vkey`. */
export function vkeyLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** The text of a policy's file (C2SP tlog-policy); what is wrong in it is said by the verdict. */
export function readPolicy(path: string): string {
  const bytes = readAtMost(path, 200_000)
  if (bytes === undefined || bytes === 'too-long')
    throw new OperatorError(`--policy 的“${path}”不是见证规则的文件。`, 2)
  return new TextDecoder().decode(bytes)
}
