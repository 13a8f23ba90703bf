import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tellFinding } from '#domain/bagit/bag-finding.ts'
import { type BagVerdict, validateBag } from '#server/features/archive/bag/validate-bag.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '校验 BagIt 包（RFC 8493，1.0 和 0.97）：格式、齐全、摘要；不需要数据库，也不取 fetch.txt 里的文件',
  usage: ['bagit validate <文件夹>'],
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) throw wrongUse('应给出一个文件夹，如 bagit validate ./卷宗。')
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw wrongUse(`没有文件夹 ${folder}。`)
    return answerOf(await validateBag(folder))
  },
}

function answerOf({ isValid, version, files, bytes, findings }: BagVerdict): Answer {
  const facts = `${files} 个文件，${bytes} 字节${version === undefined ? '' : `，BagIt ${version}`}。`
  return {
    text: [`${isValid ? '有效的' : '不是有效的'} BagIt 包：${facts}`, ...findings.map(tellFinding)].join('\n'),
    data: { isValid, version, files, bytes, findings },
    exitCode: isValid ? 0 : 1,
  }
}
