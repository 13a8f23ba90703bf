/** What people are told of, in the order in which settings list them. Urgent ones are never muted and wait for no digest. */
export const NOTICE_KINDS = {
  'to-approve': { title: '等我审批、会签', isUrgent: true },
  reminded: { title: '催办', isUrgent: true },
  returned: { title: '被退回', isUrgent: true },
  'measure-ending': { title: '强制措施将要到期', isUrgent: true },
  overdue: { title: '已经逾期', isUrgent: true },
  'to-handle': { title: '轮到我办', isUrgent: false },
  assigned: { title: '交给我承办', isUrgent: false },
  'handlers-changed': { title: '承办人员变动', isUrgent: false },
  merged: { title: '另案并入我的案件', isUrgent: false },
  agreed: { title: '审批通过', isUrgent: false },
  concluded: { title: '审核、讨论、听证、会签有了结果', isUrgent: false },
  answered: { title: '外部机关有了答复', isUrgent: false },
  'due-soon': { title: '快到期', isUrgent: false },
  'term-over': { title: '对方的期限已满', isUrgent: false },
  'surcharge-capped': { title: '加处罚款到上限', isUrgent: false },
  'recording-missing': { title: '音像记录没有归集', isUrgent: false },
  'disclosure-due': { title: '应当公示', isUrgent: false },
} as const
export type NoticeKind = keyof typeof NOTICE_KINDS

/** One matter, told once to everybody whom its tokens name (`person:…`, `role:…`, `unit-head:…`). */
export type Notice = {
  readonly kind: NoticeKind
  /** Of one person, the same key is told once, however often the job runs. */
  readonly key: string
  /** A proposal, a run, a clock or a scene: with it the notice is settled. */
  readonly about: string
  readonly to: readonly string[]
  /** Who brought it about is not told of it. */
  readonly except?: string
  readonly sentence: string
  readonly dueOn?: string
}

export type NoticeSettings = {
  /** Minutes of the office's day; from 22:00 until 07:00 goes over midnight. */
  readonly quiet: { readonly from: number; readonly until: number } | undefined
  /** Minute of the day at which what is not urgent is told at once. */
  readonly digestAt: number | undefined
  readonly muted: readonly string[]
}
export const DEFAULT_SETTINGS: NoticeSettings = { quiet: undefined, digestAt: undefined, muted: [] }

const DAY_MINUTES = 1440

/** Whether this person wants to be told at all. */
export function isWanted(kind: NoticeKind, { muted }: NoticeSettings): boolean {
  return NOTICE_KINDS[kind].isUrgent || !muted.includes(kind)
}

/** How many minutes after this minute of the day somebody is told: the digest first, and then never inside quiet hours. */
export function minutesToWait(kind: NoticeKind, { quiet, digestAt }: NoticeSettings, minute: number): number {
  const waits = NOTICE_KINDS[kind].isUrgent || digestAt === undefined ? 0 : minutesUntil(minute, digestAt)
  if (!quiet) return waits
  const then = (minute + waits) % DAY_MINUTES
  const isQuiet = minutesUntil(quiet.from, then) < minutesUntil(quiet.from, quiet.until)
  return isQuiet ? waits + minutesUntil(then, quiet.until) : waits
}

function minutesUntil(from: number, until: number): number {
  return (until - from + DAY_MINUTES) % DAY_MINUTES
}
