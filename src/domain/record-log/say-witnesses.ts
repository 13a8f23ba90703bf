import type { Policy, Rule } from './policy.ts'

export type Voucher = {
  /** As the policy calls it. */
  readonly witness: string
  /** Seconds since 1970. */
  readonly at: bigint
}

/** Who stands for a checkpoint beside the log itself. */
export type Vouched = {
  /** Verified by a policy, and enough for it; absent without one. */
  readonly cosignatures?: readonly Voucher[]
  /** Lines of others that nobody looked at, since no policy was given. */
  readonly unread?: number
}

type Said = { readonly proved: readonly string[]; readonly notProved: readonly string[] }

/** What the witnesses prove, and what is left open without them. */
export function sayWitnesses({ cosignatures = [], unread = 0 }: Vouched): Said {
  if (cosignatures.length === 0) return { proved: [], notProved: [...NO_TIME, ...unreadLines(unread)] }
  const first = cosignatures.reduce((early, next) => (next.at < early.at ? next : early))
  const names = cosignatures.map(({ witness, at }) => `${witness}（${beijingTime(at)}）`).join('、')
  return {
    proved: [
      `${cosignatures.length} 家见证方会签了这个检查点，各自核对过它承接以前的检查点、没有改写：${names}。`,
      `按 ${first.witness} 的时钟，至迟在北京时间 ${beijingTime(first.at)} 这个检查点已经存在。`,
    ],
    notProved: [],
  }
}

const NO_TIME = ['不证明具体的时刻：检查点只表明先后，时刻须另由见证方或者时间戳证明。']

const unreadLines = (unread: number): readonly string[] =>
  unread === 0 ? [] : [`检查点上另有 ${unread} 行会签没有核对：没有给出见证规则（policy）。`]

/** Why a policy is not satisfied, in one sentence. */
export function sayQuorum({ quorum, witnesses }: Policy, given: readonly Voucher[]): string {
  const own = given.length === 0 ? '没有一家见证方会签' : `只有 ${given.map(({ witness }) => witness).join('、')} 会签`
  return `检查点${own}，见证规则要求${sayRule(quorum, witnesses.length)}：不能排除机关另有一份同名而内容不同的日志。`
}

function sayRule(rule: Rule, known: number): string {
  if ('witness' in rule) return rule.witness
  const members = rule.of.map((each) => sayRule(each, known)).join('、')
  return rule.least === rule.of.length ? `${members} 都会签` : `${members} 之中至少 ${rule.least} 家`
}

const MINUTE = 60n

/** Such as 2026年6月3日 10:20:30. */
export function beijingTime(at: bigint): string {
  // Beyond what a date can hold nobody reads a time either.
  if (at > 8_000_000_000_000n) return `${at} 秒`
  const [date = '', time = ''] = new Date(Number(at + 8n * 60n * MINUTE) * 1000).toISOString().split(/[T.]/)
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日 ${time}`
}
