import { isProblemCode, ProblemError, sentenceOf } from '../problem-error.ts'
import { type MappedErrors, mapErrors } from './map-errors.ts'

const MOVED = '您填写的时候，这件案件有了新的进展，本页已经更新；您填写的内容都还在。请看一眼“经过”，核对后再提交。'

/** A failed command as sentences for the form. */
export function errorsOf(error: unknown, pointers: readonly string[]): MappedErrors {
  if (isProblemCode(error, 'stale-version')) return { fields: {}, rest: [{ sentence: MOVED }] }
  if (error instanceof ProblemError) return mapErrors(error.problem, pointers)
  return { fields: {}, rest: [{ sentence: sentenceOf(error) }] }
}
