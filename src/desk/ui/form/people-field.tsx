import { useQuery } from '@tanstack/react-query'
import { peopleQuery } from '../../lib/people-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { FieldFrame, type FrameProps } from './field-frame.tsx'
import { PeopleList } from './people-list.tsx'

type Props = FrameProps & { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }

/** Colleagues to choose from, each with whether they are qualified today. */
export function PeopleField({ value, onChange, ...frame }: Props) {
  const { data, error, isPending } = useQuery(peopleQuery)
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <>
          {isPending && <p className="hint">正在读取人员…</p>}
          {error && <p className="error-line">{sentenceOf(error)}</p>}
          {data && <PeopleList people={data} value={value} onChange={onChange} />}
        </>
      )}
    </FieldFrame>
  )
}
