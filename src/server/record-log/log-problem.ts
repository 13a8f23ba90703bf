import type { Refusal } from './cosign-rows.ts'

/** Why nothing may be signed; the sentence says what to do. */
export type LogProblem = {
  readonly code: 'no-key' | 'foreign-key' | 'old-database' | 'fork' | 'tiles' | 'entries' | 'foreign-rows' | 'witness'
  readonly sentence: string
}

export const SCRUB = '请用 zhaofa log scrub 查明，签名已停止，办案不受影响。'
/** The log has been signed, and not with a key of this home. */
export const NO_KEY: LogProblem = {
  code: 'no-key',
  sentence: '数据目录的 secrets 里没有 log-key，而日志已经签过名：请从备份恢复这个文件；签名已停止，办案不受影响。',
}
export const FOREIGN_KEY =
  '库中的检查点不是用 secrets 里的 log-key 签的名：请放回原来的密钥；更换密钥的，旧密钥应留作 log-key.<日期>。签名已停止，办案不受影响。'
export const ALTERED_CHECKPOINT = `已公布的检查点（log/checkpoint）不是用本日志的密钥签的名，或者已被改动；${SCRUB}`
export const FOREIGN_ROWS =
  '有叶排在已编号的叶之前却没有编号：数据库像是由导出文件另建的，提交次序无从比较。签名已停止，办案不受影响；请用 zhaofa log reconcile 查看差别并决定。'

export const otherName = (origin: string): string =>
  `已决定另起名为“${origin}”的日志，而 secrets 里的 log-key 不是它的密钥：请再运行一次 zhaofa log reconcile，或者从已换好的机器复制 log-key 和 log-key.<日期>。签名已停止，办案不受影响。`
export const refused = ({ witness, knownSize, size }: Refusal): string =>
  knownSize > size
    ? `见证方 ${witness} 会签过到第 ${knownSize} 条，而本库只到第 ${size} 条：数据库和文件像是一起从旧备份恢复的。${RECONCILE}`
    : `见证方 ${witness} 在第 ${knownSize} 条处记得的是另一个根，不会签第 ${size} 条的检查点：记录已经分叉。${RECONCILE}`
const RECONCILE = '签名已停止，办案不受影响；请用 zhaofa log reconcile 查看差别并决定。'

export const oldDatabase = (own: number, published: bigint): string =>
  `数据库比已公布的检查点旧：库中到第 ${own} 条，公布到第 ${published} 条，像是从旧备份恢复的。${RECONCILE}`
export const forked = (size: bigint): string =>
  `数据库与已公布的检查点在第 ${size} 条处的根不同：记录已经分叉。${RECONCILE}`
