import './form.css'
import { useEffect, useRef } from 'react'
import { hasErrors, type MappedErrors, type Sentence } from '../../lib/case/map-errors.ts'
import { fieldId } from './field-id.ts'

/** What a field is called, by pointer. */
export type FieldTitles = Readonly<Record<string, string>>
type Props = { readonly errors: MappedErrors; readonly titles: FieldTitles }

/** On top of the form: every sentence, each linking to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, titles }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!hasErrors(errors)) return
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [errors])
  if (!hasErrors(errors)) return null
  return (
    <div className="notice late summary" role="alert" tabIndex={-1} ref={box}>
      <strong>还不能提交，请看下面几处：</strong>
      <ul>
        {errors.rest.map(({ sentence, basis }) => (
          <li key={sentence}>
            {sentence}
            {basis && <span className="muted">（{basis}）</span>}
          </li>
        ))}
        {Object.entries(errors.fields).map(([pointer, [first]]) => (
          <li key={pointer}>
            <a href={`#${fieldId(pointer)}`} onClick={(event) => goTo(event, pointer)}>
              {isRepeated(errors, first) && `${titles[pointer] ?? pointer}：`}
              {first?.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Two fields may be called the same; then each line also says which one it means. */
function isRepeated({ fields }: MappedErrors, said: Sentence | undefined): boolean {
  return Object.values(fields).filter(([first]) => first?.sentence === said?.sentence).length > 1
}

function goTo(event: { preventDefault(): void }, pointer: string): void {
  event.preventDefault()
  const field = document.getElementById(fieldId(pointer))
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
