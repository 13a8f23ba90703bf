import type { CaseAnswer } from '#contract/cases.ts'

/** What was promised, what the law allows and what it took, as one phrase; nothing for cases that count no working days. */
export function timesWords(times: CaseAnswer['times']): string | undefined {
  if (!times) return undefined
  const { promised, statutory, actual } = times
  const said = [
    ...(promised === null ? [] : [`承诺 ${promised} 个工作日`]),
    `法定 ${statutory} 个工作日`,
    ...(actual === null ? [] : [`实际 ${actual} 个工作日`]),
  ].join('，')
  if (actual === null) return said
  if (actual > statutory) return `${said}（超过法定时间）`
  return promised !== null && actual > promised ? `${said}（超过承诺，应当公开说明理由）` : said
}
