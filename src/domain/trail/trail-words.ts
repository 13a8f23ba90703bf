import { TRAIL_TITLES } from './trail-titles.ts'

/** What an audit entry is called, in few words; undefined where nobody has found any yet. */
export const trailTitleOf = (name: string): string | undefined => TRAIL_TITLES[name]

const GROUND_WORDS: Readonly<Record<string, string>> = { access: '凭调阅批准', case: '办案', own: '自己上传' }
const PURPOSE_WORDS: Readonly<Record<string, string>> = { play: '播放', download: '下载', export: '导出' }
const ACT_WORDS: Readonly<Record<string, string>> = {
  endorse: '签署',
  grant: '批准',
  refuse: '不予批准',
  withdraw: '撤回申请',
  revoke: '撤销',
  return: '用毕归还',
}

/** `access:<id>` and the like as words; what comes after a blank is said as it stands. */
export function groundWords(ground: string): string {
  const [first = '', ...rest] = ground.split(' ')
  return [GROUND_WORDS[first.split(':')[0] ?? ''] ?? '', ...rest].filter(Boolean).join('：')
}

export const purposeWords = (purpose: string): string => PURPOSE_WORDS[purpose] ?? purpose

type Detail = Readonly<Record<string, unknown>>
type Told = (value: unknown, detail: Detail) => string | undefined
const words: Told = (value) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What of an entry's detail is for people; everything else stays in the database. */
const TOLD: Readonly<Record<string, Told>> = {
  ground: (value) => (typeof value === 'string' ? groundWords(value) : undefined),
  act: (value) => (typeof value === 'string' ? (ACT_WORDS[value] ?? value) : undefined),
  round: (value) => (typeof value === 'number' && value > 1 ? `补印，第 ${value} 次` : undefined),
  copies: (value) => (typeof value === 'number' ? `${value} 份` : undefined),
  reason: words,
  note: words,
  title: words,
  quantity: (value) => (typeof value === 'number' ? `${value} 件` : undefined),
  lentTo: (value) => (typeof value === 'string' ? `交给${value}` : undefined),
  returnedBy: (value) => (typeof value === 'string' ? `由${value}交还` : undefined),
  condition: (value) => (value === 'sound' ? '检查完好' : value === 'damaged' ? '检查有损' : undefined),
  dueOn: (value) => (typeof value === 'string' ? `${value} 前归还` : undefined),
  requests: (value) => (typeof value === 'number' && value > 1 ? `分 ${value} 段读取` : undefined),
  range: (value) => (typeof value === 'string' ? `自 ${value}` : undefined),
  q: (value) => (typeof value === 'string' ? `查“${value}”` : undefined),
  from: (value, { until }) => (typeof value === 'string' ? `${value} 至 ${String(until)}` : undefined),
  format: (value) => (typeof value === 'string' ? value.toUpperCase() : undefined),
}

export function trailDetailOf(detail: Detail): string {
  return Object.entries(TOLD)
    .flatMap(([name, tell]) => (name in detail ? (tell(detail[name], detail) ?? []) : []))
    .join('；')
}
