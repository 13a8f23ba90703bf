import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AUDITORS } from '#domain/access/permissions.ts'
import { peopleQuery } from '../../lib/people-query.ts'
import { useMay } from '../../lib/session-context.ts'

type Props = { readonly subject: string; readonly own: string }

/** The audit administrator looks at what a person did; the look is on that trail as well. */
export function PersonPick({ subject, own }: Props) {
  const mayPick = useMay(AUDITORS)
  const { data = [] } = useQuery({ ...peopleQuery, enabled: mayPick })
  const navigate = useNavigate()
  if (!mayPick) return null
  const pick = (chosen: string) =>
    void navigate({ to: '/trail', search: (old) => ({ ...old, subject: chosen === own ? undefined : chosen }) })
  const others = data.filter(({ id }) => `person:${id}` !== own)
  return (
    <label className="trail-person">
      <span>看谁的操作记录（本机关）</span>
      <select className="control" value={subject} onChange={({ target }) => pick(target.value)}>
        <option value={own}>我自己</option>
        {others.map(({ id, name, posts }) => (
          <option key={id} value={`person:${id}`}>
            {name}　{posts[0]?.unitName}
          </option>
        ))}
      </select>
    </label>
  )
}
