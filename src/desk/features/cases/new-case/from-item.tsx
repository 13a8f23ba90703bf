import { useQuery } from '@tanstack/react-query'
import { kindOf } from '#domain/procedure/kind-of.ts'
import { itemQuery } from '../../../lib/items-query.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { useSession } from '../../../lib/session-context.ts'
import { ChosenProcedure } from './chosen-procedure.tsx'
import { openableBy } from './openable-by.ts'

/** A case under an item of the agency's list, by one of the procedures of its kind. */
export function FromItem({ id }: { readonly id: string }) {
  const { session } = useSession()
  const { data, error } = useQuery(itemQuery(id))
  if (error) return <p className="notice">{sentenceOf(error)}</p>
  if (!data) return <p className="empty">正在读清单…</p>
  const { item } = data
  return (
    <>
      <p className="notice origin-line">
        <b>{item.name}</b>（{item.kind}，{item.code}）
        <br />
        依据：{item.basis}
      </p>
      <ChosenProcedure
        procedures={openableBy(session.roles).filter((procedure) => kindOf(procedure) === item.kind)}
        startOf={() => ({ about: item.id, filled: { item } })}
      />
    </>
  )
}
