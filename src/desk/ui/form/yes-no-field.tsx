import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { RadioList } from './radio-list.tsx'

type Props = FrameProps & { readonly value: boolean | undefined; readonly onChange: (value: boolean | string) => void }

const WORDS = { 是: true, 否: false } as const
type Word = keyof typeof WORDS

/** Neither is chosen beforehand: an answer is always given by somebody. */
export function YesNoField({ value, onChange, ...frame }: Props) {
  const shown = value === undefined ? '' : value ? '是' : '否'
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <RadioList
          name={frame.pointer}
          choices={['是', '否']}
          value={shown}
          canClear={frame.isOptional === true}
          onChange={(word) => onChange(word === '' ? '' : WORDS[word as Word])}
        />
      )}
    </FieldFrame>
  )
}
