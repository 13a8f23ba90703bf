import type { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或者否（true、false）',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空（null）',
}
const FORMAT_SENTENCES: Readonly<Record<string, string>> = {
  uuid: '编号的格式不对，应当是 8-4-4-4-12 位的 UUID。',
  guid: '编号的格式不对，应当是 8-4-4-4-12 位的 UUID。',
  date: '日期不存在或者格式不对，应当像 2026-03-05。',
  datetime: '时间不存在或者格式不对，应当像 2026-03-05T09:30:00Z。',
  email: '电子邮箱的格式不对。',
  url: '网址的格式不对。',
}

/** Chinese sentences for what a schema refuses; a schema's own sentence takes precedence. */
export const inputSentence: z.core.$ZodErrorMap = (issue) => sentenceOf(issue)

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeSentence(issue)
    case 'too_big':
    case 'too_small':
      return sizeSentence(issue)
    case 'invalid_format':
      return FORMAT_SENTENCES[issue.format] ?? '格式不对。'
    case 'invalid_value':
      return `只能是下列之一：${issue.values.map(String).join('、')}。`
    case 'unrecognized_keys':
      return `不认识的项：${issue.keys.join('、')}。`
    case 'not_multiple_of':
      return `应当是 ${issue.divisor} 的倍数。`
    case 'invalid_union':
      return '内容不合任何一种允许的写法。'
    default:
      return '内容不对。'
  }
}

function typeSentence(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  if (issue.input === undefined) return '缺少这一项，请填写。'
  if (Array.isArray(issue.input)) return '同一项只能写一次。'
  return `类型不对，应当是${TYPE_NAMES[issue.expected] ?? '别的类型'}。`
}

function sizeSentence(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const isMost = issue.code === 'too_big'
  const limit = isMost ? issue.maximum : issue.minimum
  const [less, more, unit] = SIZES[issue.origin] ?? ['太小', '太大', '']
  if (less === '太短' && !isMost && limit === 1) return '不能是空的，请填写。'
  return isMost ? `${more}，最多 ${limit}${unit}。` : `${less}，至少 ${limit}${unit}。`
}

const SIZES: Readonly<Record<string, readonly [string, string, string]>> = {
  string: ['太短', '太长', ' 个字'],
  array: ['太少', '太多', ' 项'],
}
