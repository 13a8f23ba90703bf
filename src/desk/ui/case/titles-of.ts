import { fieldsOf, type Section } from '../../lib/case/form-model.ts'
import type { FieldTitles } from '../form/error-summary.tsx'

/** What each field is called, with its party or violation. */
export function titlesOf(sections: readonly Section[]): FieldTitles {
  const entries = sections.flatMap((section) =>
    fieldsOf([section]).map(({ pointer, fact }) => [
      pointer,
      section.title ? `${section.title}：${fact.title}` : fact.title,
    ]),
  )
  return Object.fromEntries(entries)
}
