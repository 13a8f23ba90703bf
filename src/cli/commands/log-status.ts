import { parseArgs } from 'node:util'
import { type LogStatus, readLogStatus } from '#server/record-log/log-status.ts'
import type { Command } from '../command.ts'
import { withOffice } from '../with-office.ts'

export const command: Command = {
  summary: '存证日志的现状：条数、根、最近签名、待签、密钥；停止签名的说明原因',
  usage: ['log status'],
  run: async (args, say) => {
    parseArgs({ args: [...args], options: {} })
    const status = await withOffice({ name: 'log status', say }, readLogStatus)
    return { text: linesOf(status).join('\n'), data: status, exitCode: status.problem === undefined ? 0 : 1 }
  },
}

function stampLine({ timestamp }: LogStatus): string {
  if (!timestamp) return '时间戳：还没有（LOG_TSA）'
  const { size, at, authority, signer, root, problem } = timestamp
  const chain = root === undefined ? '证书链没有判断，没有给出 LOG_TSA_ANCHORS' : `证书接到信任的根“${root}”`
  return problem
    ? `✗ 时间戳：第 ${size} 条处的不可用：${problem}`
    : `时间戳：第 ${size} 条处，${at}，由 ${signer} 签发（${authority}；${chain}）`
}

function witnessLines({ witnesses, quorum, cosignedSize }: LogStatus): readonly string[] {
  if (witnesses.length === 0) return ['见证方：还没有（LOG_WITNESSES）']
  const each = witnesses.map(({ name, size }) => `${name} 签到第 ${size} 条`)
  return [`见证方：${each.join('；')}`, `会签齐备（至少 ${quorum} 家）：到第 ${cosignedSize} 条`]
}

function linesOf(status: LogStatus): readonly string[] {
  const rows: readonly [string, string | number | undefined][] = [
    ['日志名', status.log],
    ['已签条数', status.size],
    ['根', status.root],
    ['最近签名', status.signedAt],
    ['已公布到', status.publishedSize],
    ['待签的叶', status.waiting >= 10_000 ? '10000 以上' : status.waiting],
    ['密钥编号', status.keyId],
  ]
  const lines = [
    ...rows.map(([title, value]) => `${title}：${value ?? '还没有'}`),
    ...witnessLines(status),
    stampLine(status),
  ]
  return status.problem === undefined ? lines : [...lines, `✗ ${status.problem}`]
}
