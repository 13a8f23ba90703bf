import type { FieldError } from '#contract/problem.ts'
import { collectBadText, shorten } from './bad-text.ts'
import { RefusedError, refused } from './errors.ts'

const MAX_DEPTH = 32
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs

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
  const open: (Set<string> | undefined)[] = []
  let before = ''
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') openLevel(open, token)
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ',' && before !== 'value') {
      const key = JSON.parse(token) as string
      const keys = open.at(-1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
    before = token === '{' || token === ',' ? token : 'value'
  }
  return undefined
}

function openLevel(open: (Set<string> | undefined)[], token: string): void {
  open.push(token === '{' ? new Set() : undefined)
  if (open.length > MAX_DEPTH) {
    throw new RefusedError(refused('malformed-json', `内容嵌套太深，最多 ${MAX_DEPTH} 层。`))
  }
}
