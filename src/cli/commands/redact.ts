import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type RedactionContext, type Replacement, redact } from '#domain/disclosure/redact-text.ts'
import { REDACTION_KINDS } from '#domain/disclosure/redaction-rule.ts'
import { type NameSuggestion, suggestNames } from '#domain/disclosure/suggest-names.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary:
    '脱敏：公众会看到的文本，和每一处替换；names 文件每行一个姓名，后面可以写“证人”（全部隐去）或者“保留”（单位名称）',
  usage: ['redact <文件> [--names <姓名文件>]'],
  run: async (args, say) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { names: { type: 'string' } },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw wrongUse('应给出一个文本文件，如 redact 决定书.txt --names 姓名.txt。')
    const source = await readText(path)
    const context = values.names === undefined ? { people: [] } : contextOf(await readText(values.names))
    const { text, replacements } = redact(source, context)
    const suggestions = suggestNames(text)
    for (const item of replacements) say(lineOf(source, item))
    for (const item of suggestions) say(suggestionLine(text, item))
    say(`替换 ${replacements.length} 处，疑似姓名 ${suggestions.length} 处。`)
    const listed = replacements.map((item) => ({ ...item, rule: REDACTION_KINDS[item.kind] }))
    return { text: text.replace(/\n$/, ''), data: { text, replacements: listed, suggestions } }
  },
}

const BIGGEST_BYTES = 10 * 1024 * 1024
const HIDDEN = ['证人', '见证人', '举报人', '投诉人', '受害人', '被害人', '未成年人']
const KEPT = '保留'

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`不能读取 ${path}：${error.code === 'ENOENT' ? '没有这个文件' : error.message}。`, 1)
  })
  if (bytes.length > BIGGEST_BYTES) throw new OperatorError(`${path} 超过 10 MiB，请分成几个文件。`, 1)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new OperatorError(`${path} 不是 UTF-8 文本，请另存为 UTF-8 后再试。`, 1)
  }
}

/** One a line: the name, then what kind of name it is, if it is not simply a person's. */
function contextOf(list: string): RedactionContext {
  const rows = list
    .split(/\r?\n/)
    .map((line) => line.trim().split(/[\s,，]+/))
    .flatMap(([name = '', kind = '']) => (name === '' ? [] : [{ name, kind }]))
  const named = (isWanted: (kind: string) => boolean) =>
    rows.filter(({ kind }) => isWanted(kind)).map(({ name }) => name)
  return {
    people: named((kind) => kind !== KEPT && !HIDDEN.includes(kind)),
    hidden: named((kind) => HIDDEN.includes(kind)),
    protect: named((kind) => kind === KEPT),
  }
}

function lineOf(source: string, { start, kind, original, shown }: Replacement): string {
  return `第 ${lineNumber(source, start)} 行：${original} → ${shown}（${REDACTION_KINDS[kind]}）`
}

function suggestionLine(text: string, { start, name, context }: NameSuggestion): string {
  return `第 ${lineNumber(text, start)} 行：疑似姓名“${name}”（在“${context}”之后），请核对；是自然人的，写进姓名文件。`
}

function lineNumber(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
