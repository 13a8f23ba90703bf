import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LEAF_KINDS, type LeafKind } from '#domain/record-log/leaf-entry.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'
import { isAddress } from '../verify/log-source.ts'
import { readPolicy, readVkeys } from '../verify/read-vkeys.ts'
import { verifyLogAt } from '../verify/verify-log-at.ts'
import { isPackage, verifyPackageAt } from '../verify/verify-package-at.ts'
import { verifyReceiptFile } from '../verify/verify-receipt-file.ts'

const OPTIONS = {
  vkey: { type: 'string', multiple: true },
  policy: { type: 'string' },
  known: { type: 'string' },
  document: { type: 'string' },
  event: { type: 'string' },
  recording: { type: 'string' },
  reconciliation: { type: 'string' },
  disclosure: { type: 'string' },
  original: { type: 'string' },
  'tsa-anchors': { type: 'string' },
  save: { type: 'string' },
} as const

export const command: Command = {
  summary: '离线核验存证：回执（连同文书或者办案记录），归档包，或者整部日志；不需要数据库',
  usage: [
    'verify <回执.tlog-proof> [--document 文书文件 | --event 记录文件 | --recording 摘要记录文件 [--original 音像原件] | --reconciliation 决定文件 | --disclosure 公示内容文件] --vkey <公钥或者公钥文件> [--policy <见证规则文件>]',
    'verify <归档包的文件夹> [--vkey <公钥或者公钥文件>] [--policy <见证规则文件>]',
    'verify log <网址或者文件夹> [--vkey <公钥或者公钥文件>] [--policy <见证规则文件>] [--known <以前保存的检查点>] [--tsa-anchors <时间戳根证书的 PEM 文件>] [--save <存放副本的文件夹>]',
  ],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
    const asked = {
      place: placeOf(positionals),
      vkeys: readVkeys(values.vkey ?? []),
      policy: values.policy === undefined ? undefined : readPolicy(values.policy),
      known: values.known,
      content: contentOf(values),
      save: values.save,
      original: values.original,
      tsaAnchors: values['tsa-anchors'],
    }
    if (positionals[0] !== 'log' && isPackage(asked.place)) return runPackage(asked)
    if (positionals[0] === 'log' || isLog(asked.place)) return runLog(asked, say)
    return runReceipt(asked)
  },
}

type Asked = {
  readonly place: string
  readonly vkeys: readonly string[]
  readonly policy: string | undefined
  readonly known: string | undefined
  readonly content: { readonly kind: LeafKind; readonly path: string } | undefined
  readonly save: string | undefined
  readonly original: string | undefined
  readonly tsaAnchors: string | undefined
}

/** The one thing that the receipt is to be compared with. */
function contentOf(values: { readonly [Kind in LeafKind]?: string }): Asked['content'] {
  const given = LEAF_KINDS.flatMap((kind) => (values[kind] === undefined ? [] : [{ kind, path: values[kind] }]))
  if (given.length > 1) throw wrongUse(`${given.map(({ kind }) => `--${kind}`).join('、')} 只能给出一个。`)
  return given[0]
}

function runLog({ content, original, ...asked }: Asked, say: (sentence: string) => void): Promise<Answer> {
  if (content) throw wrongUse(`核验整部日志时不用 --${content.kind}。`)
  refuseOption('original', original, '只和回执、--recording 一起用')
  return verifyLogAt(asked, say)
}

function runPackage({ place, vkeys, policy, save, content, original, tsaAnchors }: Asked): Promise<Answer> {
  if (save !== undefined || content || original !== undefined || tsaAnchors !== undefined)
    throw wrongUse('核验归档包时只用 --vkey 和 --policy；包里的音像原件总是逐字节核对的。')
  return verifyPackageAt(place, vkeys, policy)
}

function runReceipt({ place, vkeys, policy, known, save, content, original, tsaAnchors }: Asked): Promise<Answer> {
  refuseOption('known', known, '只用于核验整部日志')
  refuseOption('save', save, '只用于核验整部日志')
  refuseOption('tsa-anchors', tsaAnchors, '只用于核验整部日志')
  if (original !== undefined && content?.kind !== 'recording')
    throw wrongUse('--original 要和 --recording 一起用：回执证明的是摘要记录，原件与摘要记录比对。')
  if (vkeys.length === 0 && policy === undefined)
    throw wrongUse('缺少 --vkey：应给出日志的公钥（一整行，或者存有它的文件）。')
  return verifyReceiptFile({ receipt: place, vkeys, policy, content, original })
}

function refuseOption(name: string, value: string | undefined, when: string): void {
  if (value !== undefined) throw wrongUse(`--${name} ${when}。`)
}

function placeOf(positionals: readonly string[]): string {
  const [place, ...more] = positionals[0] === 'log' ? positionals.slice(1) : positionals
  if (place === undefined || more.length > 0)
    throw wrongUse('应给出一个回执文件、一个归档包的文件夹，或者 log 和日志的网址、文件夹。')
  return place
}

function isLog(place: string): boolean {
  if (isAddress(place)) return true
  if (!existsSync(place) || !statSync(place).isDirectory()) return false
  if (existsSync(join(place, 'checkpoint'))) return true
  throw wrongUse(`文件夹 ${place} 里没有 checkpoint，也没有 bagit.txt：不是存证日志，也不是归档包。`)
}
