import type { ReactNode } from 'react'
import type { Sentence } from '../../lib/case/map-errors.ts'
import { fieldId } from './field-id.ts'

export type FrameProps = {
  readonly pointer: string
  readonly title: string
  readonly help?: string | undefined
  readonly isOptional?: boolean | undefined
  readonly errors?: readonly Sentence[] | undefined
}

export type ControlProps = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

type Props = FrameProps & {
  /** Several controls under one title are a group with a legend. */
  readonly isGroup?: boolean
  readonly children: (control: ControlProps) => ReactNode
}

/** Title, help, control, and what is wrong with it, in this order. */
export function FieldFrame({ pointer, title, help, isOptional, errors = [], isGroup = false, children }: Props) {
  const id = fieldId(pointer)
  const control = controlProps(id, help !== undefined, errors.length > 0)
  const label = (
    <>
      {title}
      {isOptional && <span className="optional">（选填）</span>}
    </>
  )
  const inside = (
    <>
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children(control)}
      {errors.length > 0 && <FieldErrors id={`${id}-error`} errors={errors} />}
    </>
  )
  const className = errors.length > 0 ? 'field wrong' : 'field'
  if (isGroup) {
    return (
      <fieldset className={className} id={id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
        <legend>{label}</legend>
        {inside}
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      {inside}
    </div>
  )
}

function controlProps(id: string, hasHelp: boolean, isWrong: boolean): ControlProps {
  const describedBy = [hasHelp && `${id}-help`, isWrong && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': describedBy || undefined, 'aria-invalid': isWrong || undefined }
}

function FieldErrors({ id, errors }: { readonly id: string; readonly errors: readonly Sentence[] }) {
  return (
    <div className="error" id={id}>
      {errors.map(({ sentence, basis }) => (
        <p key={sentence}>
          {sentence}
          {basis && `（${basis}）`}
        </p>
      ))}
    </div>
  )
}
