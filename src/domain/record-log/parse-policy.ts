import { equalBytes } from './bytes.ts'
import type { Digest } from './merkle.ts'
import type { Policy, Rule, Witness } from './policy.ts'
import { LOG_KEYS, parseVkey, type Vkey } from './vkey.ts'

const NONE: Rule = { least: 0, of: [] }
const POLICY_LIMIT = 200_000
const LINE_LIMIT = 500
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/

/** What a policy's lines have said so far. */
type Reading = {
  readonly logs: Vkey[]
  readonly witnesses: Witness[]
  readonly rules: Map<string, Rule>
  readonly members: Set<string>
  quorum?: Rule
}

/** The policy of a text, or a sentence that says which line is wrong and what would be right. */
export function parsePolicy(digest: Digest, text: string): Policy | { readonly problem: string } {
  if (!isReadable(text)) return { problem: '见证规则太长，或者含有控制字符。' }
  const reading: Reading = { logs: [], witnesses: [], rules: new Map(), members: new Set() }
  const lines = text.split('\n', LINE_LIMIT)
  for (const [nth, line] of lines.entries()) {
    const problem = readLine(digest, reading, wordsOf(line))
    if (problem) return { problem: `见证规则第 ${nth + 1} 行不对：${problem}。` }
  }
  const { logs, witnesses, quorum } = reading
  return quorum ? { logs, witnesses, quorum } : { problem: '见证规则缺少 quorum 一行。' }
}

const isReadable = (text: string): boolean => text.length <= POLICY_LIMIT && !CONTROL.test(text)

/** Nothing of a line that is empty or a remark. */
function wordsOf(line: string): readonly string[] {
  const words = line.split(/[ \t]+/).filter((word) => word !== '')
  return words[0]?.startsWith('#') ? [] : words
}

function readLine(digest: Digest, reading: Reading, [kind, ...words]: readonly string[]): string | undefined {
  if (kind === undefined) return undefined
  const readers: Readonly<Record<string, () => string | undefined>> = {
    log: () => readLog(digest, reading, words),
    witness: () => readWitness(digest, reading, words),
    group: () => readGroup(reading, words),
    quorum: () => readQuorum(reading, words),
  }
  const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined
  return read ? read() : '应以 log、witness、group 或者 quorum 开头'
}

function readLog(digest: Digest, { logs }: Reading, [line = '', _url, surplus]: readonly string[]): string | undefined {
  const vkey = parseVkey(digest, line, LOG_KEYS)
  if (!vkey || surplus !== undefined) return '应为 log <日志的公钥> [网址]'
  if (isKnown(logs, vkey)) return '同一把公钥列了两次'
  logs.push(vkey)
  return undefined
}

function readWitness(digest: Digest, { witnesses, rules }: Reading, words: readonly string[]): string | undefined {
  const [name = '', line = '', url, surplus] = words
  const vkey = parseVkey(digest, line, ['cosignature'])
  if (!vkey || surplus !== undefined) return '应为 witness <名称> <见证方的公钥> [网址]'
  if (isTaken(rules, name)) return `名称 ${name} 已经用过`
  if (
    isKnown(
      witnesses.map((witness) => witness.vkey),
      vkey,
    )
  )
    return '同一把公钥列了两次'
  witnesses.push({ name, vkey, url })
  rules.set(name, { witness: name })
  return undefined
}

function readGroup(
  { rules, members }: Reading,
  [name = '', count = '', ...names]: readonly string[],
): string | undefined {
  if (isTaken(rules, name)) return `名称 ${name} 已经用过`
  const of = names.map((each) => rules.get(each))
  const least = leastOf(count, names.length)
  if (least === undefined) return `应为 group <名称> <all、any 或者 1 至 ${names.length} 的数> <成员>…`
  const unknown = names.find((each) => !rules.has(each) || members.has(each))
  if (unknown !== undefined || new Set(names).size !== names.length)
    return `成员 ${unknown ?? ''} 前面没有定义，或者重复`
  for (const each of names) members.add(each)
  rules.set(name, { least, of: of.filter((rule) => rule !== undefined) })
  return undefined
}

function leastOf(count: string, members: number): number | undefined {
  const least = count === 'all' ? members : count === 'any' ? 1 : /^[1-9]\d{0,3}$/.test(count) ? Number(count) : 0
  return least >= 1 && least <= members ? least : undefined
}

function readQuorum(reading: Reading, [name = '', surplus]: readonly string[]): string | undefined {
  const rule = name === 'none' ? NONE : reading.rules.get(name)
  if (!rule || surplus !== undefined) return 'quorum 后面应为前面定义过的名称，或者 none'
  if (reading.quorum) return 'quorum 只能有一行'
  reading.quorum = rule
  return undefined
}

const isTaken = (rules: ReadonlyMap<string, Rule>, name: string): boolean => name === 'none' || rules.has(name)

const isKnown = (known: readonly Vkey[], { publicKey }: Vkey): boolean =>
  known.some((vkey) => equalBytes(vkey.publicKey, publicKey))
