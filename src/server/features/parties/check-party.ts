import type { PartyInput } from '#contract/parties.ts'
import type { FieldError } from '#contract/problem.ts'
import { checkCitizenId } from '#domain/party/citizen-id.ts'
import { checkUscc } from '#domain/party/uscc.ts'
import { type Refused, refused } from '#server/http/errors.ts'

/** The party with its numbers in their standard form, or every mistake with its field. */
export function checkParty(input: PartyInput): PartyInput | Refused {
  const errors = input.kind === 'person' ? personErrors(input) : businessErrors(input)
  if (errors.length > 0) return refused('invalid-input', undefined, { errors })
  const idNumber = input.idKind === 'resident-id' ? (input.idNumber?.toUpperCase() ?? null) : input.idNumber
  return { ...input, code: input.code?.toUpperCase() ?? null, idNumber }
}

function personErrors(input: PartyInput): FieldError[] {
  const errors: FieldError[] = []
  if (input.code !== null) errors.push({ pointer: '/code', sentence: '自然人没有统一社会信用代码，请留空。' })
  return [...errors, ...identityErrors(input)]
}

function businessErrors(input: PartyInput): FieldError[] {
  if (input.code === null) return [{ pointer: '/code', sentence: '单位和个体工商户应当填写统一社会信用代码。' }]
  const code = checkUscc(input.code)
  if (!code.valid) return [{ pointer: '/code', sentence: `${code.reason}。` }, ...identityErrors(input)]
  if (input.kind === 'self-employed' && !code.code.startsWith('92')) {
    return [{ pointer: '/code', sentence: `个体工商户的代码前两位应为 92，现为 ${code.code.slice(0, 2)}。` }]
  }
  return identityErrors(input)
}

/** Kind and number come together; a resident's number must be a real one. */
function identityErrors({ idKind, idNumber }: PartyInput): FieldError[] {
  if (idKind === null && idNumber !== null)
    return [{ pointer: '/idKind', sentence: '填写了证件号码，请选择证件种类。' }]
  if (idKind !== null && idNumber === null)
    return [{ pointer: '/idNumber', sentence: '选择了证件种类，请填写证件号码。' }]
  if (idKind !== 'resident-id' || idNumber === null) return []
  const id = checkCitizenId(idNumber)
  return id.valid ? [] : [{ pointer: '/idNumber', sentence: `${id.reason}。` }]
}
