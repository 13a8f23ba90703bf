import { useQuery } from '@tanstack/react-query'
import type { ListRow } from '#contract/recording-list.ts'
import type { RecordingsAnswer } from '#contract/recordings.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { read } from '../../lib/request.ts'
import { FieldFrame, type FrameProps } from '../../ui/form/field-frame.tsx'

type Props = {
  readonly frame: FrameProps
  readonly known: ListRow['demonstration']
  readonly value: string
  readonly onChange: (id: string) => void
}

/** Which recording shows how it is done: the newest that belong to no case, since one of a case shows its people. */
export function DemonstrationField({ frame, known, value, onChange }: Props) {
  const { data } = useQuery({
    queryKey: ['recordings', 'demonstrations'],
    queryFn: ({ signal }) => read<RecordingsAnswer>('/api/recordings?only=unbound', signal),
  })
  const others = (data?.rows ?? []).filter(({ id }) => id !== known?.id)
  return (
    <FieldFrame {...frame} isOptional help="选一份没有关联案件的音像记录；选了以后，本机关的人都能在线看，不能带走">
      {(control) => (
        <select {...control} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">没有</option>
          {known && <option value={known.id}>{known.fileName}（现在的）</option>}
          {others.map(({ id, fileName, capturedAt }) => (
            <option key={id} value={id}>
              {fileName}（{dayAndTimeOf(capturedAt)}）
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
