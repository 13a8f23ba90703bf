import { parseArgs } from 'node:util'
import { type CitizenIdResult, checkCitizenId } from '#domain/party/citizen-id.ts'
import { checkUscc, type UsccResult } from '#domain/party/uscc.ts'
import { type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '校验统一社会信用代码或者公民身份号码，有误的指出是哪一位',
  usage: ['check code <统一社会信用代码或者公民身份号码>'],
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [value, ...more] = positionals
    if (value === undefined || more.length > 0) throw wrongUse('应给出一个代码，如 check code 91230500MA1B3N1N2M。')
    const { type, result } = judge(value)
    return {
      text: result.valid ? `有效的${NAMES[type]}：${told(result)}` : `不是有效的${NAMES[type]}：${result.reason}。`,
      data: { type, ...result },
      exitCode: result.valid ? 0 : 1,
    }
  },
}

const NAMES = { uscc: '统一社会信用代码', 'citizen-id': '公民身份号码' } as const

type Judged = { readonly type: keyof typeof NAMES; readonly result: UsccResult | CitizenIdResult }

/** A code that is valid as one kind is that kind; otherwise its letters and first digits decide which mistake to tell. */
function judge(value: string): Judged {
  const asId: Judged = { type: 'citizen-id', result: checkCitizenId(value) }
  const asUscc: Judged = { type: 'uscc', result: checkUscc(value) }
  if (asId.result.valid) return asId
  return asUscc.result.valid || !isShapedAsId(value.trim()) ? asUscc : asId
}

/** Digits only, with a birth year where an identity number has it. */
function isShapedAsId(value: string): boolean {
  return /^\d{6}(18|19|20)\d{2}\d*[\dXx]$/.test(value)
}

function told(result: (UsccResult | CitizenIdResult) & { valid: true }): string {
  if ('birthDate' in result) {
    const sex = result.sex === 'male' ? '男' : '女'
    return `${result.id}，行政区划 ${result.regionCode}，出生日期 ${result.birthDate}，${sex}`
  }
  const kind = result.kind ?? result.issuer ?? '类别未列明'
  return `${result.code}，${kind}，行政区划 ${result.regionCode}，组织机构代码 ${result.organisationCode}`
}
