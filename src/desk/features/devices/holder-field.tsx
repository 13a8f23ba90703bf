import { useQuery } from '@tanstack/react-query'
import { peopleQuery } from '../../lib/people-query.ts'
import { FieldFrame, type FrameProps } from '../../ui/form/field-frame.tsx'

type Props = FrameProps & { readonly value: string; readonly onChange: (value: string) => void }

/** Who holds a carried device; nobody means that it lies in the store. */
export function HolderField({ value, onChange, ...frame }: Props) {
  const { data: people = [] } = useQuery(peopleQuery)
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <select className="control" {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">在库，不配发给人</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
