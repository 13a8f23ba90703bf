import type { ReactNode } from 'react'
import type { Field, Section } from '../../lib/case/form-model.ts'
import type { ActionForm } from '../../lib/case/use-action-form.ts'
import { FactField } from '../form/fact-field.tsx'

type Props = {
  readonly sections: readonly Section[]
  readonly form: ActionForm
  /** What has to be known beside the fields of a section, by its key: the range of the penalty. */
  readonly notes?: Readonly<Record<string, string>>
  /** What follows from the fields of a section while they are filled in. */
  readonly after?: (section: Section) => ReactNode
}

/** The case's own fields first, then a section for each party and each violation. */
export function FactSections({ sections, form, notes = {}, after }: Props) {
  return sections.map((section) =>
    section.title === '' ? (
      <Fields key={section.key} fields={section.fields} form={form} />
    ) : (
      <fieldset key={section.key} className="subject">
        <legend>{section.title}</legend>
        {notes[section.key] && <p className="help range-note">{notes[section.key]}</p>}
        <Fields fields={section.fields} form={form} />
        {after?.(section)}
      </fieldset>
    ),
  )
}

export function Fields({ fields, form }: { readonly fields: readonly Field[]; readonly form: ActionForm }) {
  return fields.map((field) => (
    <FactField
      key={field.pointer}
      field={field}
      value={form.values[field.pointer]}
      errors={form.errors.fields[field.pointer]}
      onChange={(value) => form.set(field.pointer, value)}
    />
  ))
}
