import { z } from 'zod'
import { textProblem } from '#domain/form/text-problems.ts'

type Limits = { readonly max: number; readonly isLong?: true }

/**
 * Words that somebody types and that a paper may print: outer blanks gone, no character that cannot be seen or that turns the
 * direction of what follows, and one line unless `isLong`.
 */
export function typedText(title: string, { max, isLong = undefined }: Limits) {
  return z
    .string()
    .trim()
    .max(max, `“${title}”最多 ${max} 个字，请删减`)
    .superRefine((text, context) => {
      // Over-long is said above; here the length of all that is typed is allowed.
      const message = textProblem(text, { title, maxLength: Number.POSITIVE_INFINITY, multiline: isLong === true })
      if (message !== undefined) context.addIssue({ code: 'custom', message })
    })
}
