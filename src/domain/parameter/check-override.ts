import type { Parameter, ParameterKind } from './parameter.ts'
import { isParameterCode, parameterOf } from './registry.ts'
import type { ParameterOverride } from './resolution.ts'

type Check = (value: unknown, parameter: Parameter) => string | undefined

/** 1,000 亿元 in fen: above it an amount is a slip, and sums stay within exact integers. */
const LARGEST_FEN = 10_000_000_000_000

const CHECKS: Record<ParameterKind, Check> = {
  days: wholeNumber(1, 3650),
  'working-days': wholeNumber(1, 1000),
  hours: wholeNumber(1, 2400),
  months: wholeNumber(1, 120),
  years: wholeNumber(1, 50),
  count: wholeNumber(1, 366),
  ratio: wholeNumber(0, 1_000_000),
  fen: wholeNumber(0, LARGEST_FEN),
  flag: (value) => (typeof value === 'boolean' ? undefined : '应为“是”或者“否”'),
  choice: (value, { choices = [] }) =>
    typeof value === 'string' && choices.includes(value) ? undefined : `应为下列之一：${choices.join('、')}`,
  list: checkList,
  text: (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= 200 ? undefined : '应为 1 至 200 个字',
  'by-name': checkByName,
}

/** What is wrong with an override and what would be right; undefined when it may be stored. */
export function checkOverride({
  code,
  value,
  basis,
}: Pick<ParameterOverride, 'code' | 'value' | 'basis'>): string | undefined {
  if (!isParameterCode(code)) return `没有“${code}”这个参数`
  const parameter = parameterOf(code)
  if (basis.trim() === '') return `参数“${parameter.title}”缺少依据：应写明允许这样设定的法律、法规、规章或者文件`
  const wrong = CHECKS[parameter.kind](value, parameter)
  return wrong === undefined ? undefined : `参数“${parameter.title}”的值不对：${wrong}`
}

function wholeNumber(min: number, max: number): Check {
  return (value, { unit }) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    return fits && !Object.is(value, -0) ? undefined : `应为 ${min} 至 ${max} 之间的整数（单位：${unit}）`
  }
}

function checkByName(value: unknown, { choices = [] }: Parameter): string | undefined {
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value)
  const fits =
    isTable && Object.entries(value).every(([name, chosen]) => name.trim() !== '' && choices.includes(chosen))
  return fits ? undefined : `应写明名称，每一个名称对应下列之一：${choices.join('、')}`
}

function checkList(value: unknown, { choices = [] }: Parameter): string | undefined {
  const fits = Array.isArray(value) && value.every((item) => choices.includes(item))
  if (!fits) return `每一项应为下列之一：${choices.join('、')}`
  return new Set(value).size === value.length ? undefined : '同一项不应重复'
}
