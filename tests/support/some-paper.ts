import { fieldsOfPaper, PAPER } from '#domain/form/check-paper.ts'
import type { Fact } from '#domain/procedure/definition.ts'

/** A paper of those that are offered, with something in every field. */
export function somePaper({ choices = [] }: Pick<Fact, 'choices'>, code = choices[0] ?? '') {
  return [{ [PAPER]: code, ...Object.fromEntries(fieldsOfPaper(code).map((label) => [label, `${label}的内容`])) }]
}
