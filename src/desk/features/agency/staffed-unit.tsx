import { useQuery } from '@tanstack/react-query'
import { FieldFrame, type FrameProps } from '../../ui/form/field-frame.tsx'
import { agencyQuery } from './agency-query.ts'

type Props = FrameProps & { readonly value: string | null; readonly onChange: (unit: string | null) => void }

/** Which of the agency's units the people of an entrusted organisation are. */
export function StaffedUnit({ value, onChange, ...frame }: Props) {
  const { data } = useQuery(agencyQuery)
  const units = (data?.units ?? []).filter(({ kind }) => kind === 'handling')
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <select
          className="control"
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">不在本系统里办案</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
