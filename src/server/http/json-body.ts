import type { FieldError } from '#contract/problem.ts'
import { collectBadText, shorten } from './bad-text.ts'
import { RefusedError, refused } from './errors.ts'

const MAX_DEPTH = 32
/** Strings (with the colon that makes them keys) and the marks that open and close a level; holds for valid JSON only. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/gs

/** Parses a JSON body; refuses what is no JSON, repeated keys, too deep nesting and text that no field may hold. */
export function parseJsonBody(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new RefusedError(refused('malformed-json', '请求内容应当是一个 JSON 对象，现在的内容不能解析。'))
  }
  const repeated = findRepeatedKey(text)
  if (repeated !== undefined) {
    const sentence = `“${shorten(repeated)}”出现了两次，同一项只能写一次。`
    throw new RefusedError(refused('malformed-json', sentence))
  }
  const errors: FieldError[] = []
  collectBadText(value, '', errors)
  if (errors.length > 0) throw new RefusedError(refused('invalid-input', undefined, { errors }))
  return value
}

/** RFC 8259 leaves repeated keys open and JSON.parse keeps the last: a reviewer and a program could read two values. */
function findRepeatedKey(text: string): string | undefined {
  const levels: Set<string>[] = []
  for (const [token, , colon] of text.matchAll(TOKEN)) {
    if (colon === undefined) changeLevel(levels, token)
    else if (isRepeated(levels.at(-1), token.slice(0, -colon.length))) return JSON.parse(token.slice(0, -colon.length))
  }
  return undefined
}

function changeLevel(levels: Set<string>[], token: string): void {
  if (token === '}' || token === ']') levels.pop()
  if (token === '{' || token === '[') levels.push(new Set())
  if (levels.length > MAX_DEPTH) {
    throw new RefusedError(refused('malformed-json', `内容嵌套太深，最多 ${MAX_DEPTH} 层。`))
  }
}

function isRepeated(keys: Set<string> | undefined, quoted: string): boolean {
  const key = JSON.parse(quoted) as string
  const isKnown = keys?.has(key) === true
  keys?.add(key)
  return isKnown
}
