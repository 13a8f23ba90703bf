import type { Section, Typed, TypedValues } from '../../../lib/case/form-model.ts'
import type { MappedErrors } from '../../../lib/case/map-errors.ts'
import { FactField } from '../../../ui/form/fact-field.tsx'

type Props = {
  readonly sections: readonly Section[]
  readonly values: TypedValues
  readonly errors: MappedErrors['fields']
  readonly acts: readonly string[] | undefined
  readonly onChange: (pointer: string, value: Typed) => void
}

/** The facts that the opening asks for, generated from the procedure. */
export function OpeningFacts({ sections, values, errors, acts, onChange }: Props) {
  return sections.map((section) => (
    <fieldset key={section.key} className={section.title ? 'subject' : undefined}>
      {section.title && <legend>{section.title}</legend>}
      {section.fields.map((field) => (
        <FactField
          key={field.pointer}
          field={field}
          value={values[field.pointer]}
          errors={errors[field.pointer]}
          acts={acts}
          onChange={(value) => onChange(field.pointer, value)}
        />
      ))}
    </fieldset>
  ))
}
