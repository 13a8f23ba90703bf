import type { FactRow } from '#domain/case/state.ts'
import { fieldsOfPaper, PAPER, paperIn } from '#domain/form/check-paper.ts'
import { documentKindTitle } from '../../lib/case/document-titles.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { fieldId } from './field-id.ts'

type Props = FrameProps & {
  readonly choices: readonly string[]
  readonly value: readonly FactRow[]
  readonly onChange: (value: readonly FactRow[]) => void
}

const SHORT_LABEL = 5

/** Which paper it is, then everything that this kind of paper asks. */
export function PaperField({ choices, value, onChange, ...frame }: Props) {
  const { code = '', fields = {} } = paperIn(value) ?? {}
  // What was written for another paper stays where this one asks the same.
  const choose = (next: string) => {
    const kept = fieldsOfPaper(next).flatMap((label) => (fields[label] ? [[label, fields[label]]] : []))
    onChange(next === '' ? [] : [{ [PAPER]: next, ...Object.fromEntries(kept) }])
  }
  return (
    <>
      <FieldFrame {...frame}>
        {(control) => (
          <select className="control" {...control} value={code} onChange={(event) => choose(event.target.value)}>
            <option value="">请选择</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {documentKindTitle(choice)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {fieldsOfPaper(code).map((label, index) => (
        <PaperLine
          key={`${code}-${label}`}
          id={`${fieldId(frame.pointer)}-${index}`}
          label={label}
          text={fields[label] ?? ''}
          onChange={(text) => onChange([{ ...fields, [PAPER]: code, [label]: text }])}
        />
      ))}
    </>
  )
}

type LineProps = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly onChange: (text: string) => void
}

/** Room for what the label stands for: a line for a name, a day or a place, several for what is told. */
function PaperLine({ id, label, text, onChange }: LineProps) {
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isShort(label) ? (
        <input className="control" id={id} type="text" autoComplete="off" value={text} onChange={change} />
      ) : (
        <textarea className="control" id={id} rows={3} value={text} onChange={change} />
      )}
    </div>
  )
}

const ONE_LINE = /(人|时间|地点|日期|期限|号|电话|机关|单位|处|大小|算法|金额|科目)$/u

function isShort(label: string): boolean {
  return label.length <= SHORT_LABEL && ONE_LINE.test(label)
}
