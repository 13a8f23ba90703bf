import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LicenceDetail } from '#contract/licences.ts'
import { ABOUT_LICENCE } from '#domain/licence/begun-about.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { typedOf } from '../../../lib/case/form-model.ts'
import { licenceQuery } from '../../../lib/licence-query.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { useSession } from '../../../lib/session-context.ts'
import { ChosenProcedure } from './chosen-procedure.tsx'
import { openableBy } from './openable-by.ts'
import type { OpeningStart } from './use-opening.ts'

/** A case about a licence of the register: holder, number and end are filled in as they stand there. */
export function FromLicence({ licenceId }: { readonly licenceId: string }) {
  const { session } = useSession()
  const { data, error } = useQuery(licenceQuery(licenceId))
  if (error) return <p className="notice">{sentenceOf(error)}</p>
  if (!data) return <p className="empty">正在读许可登记簿…</p>
  const about = openableBy(session.roles).filter(({ code }) => ABOUT_LICENCE.some((one) => one === code))
  return (
    <>
      <p className="notice origin-line">
        许可：
        <Link to="/licences/$licenceId" params={{ licenceId }}>
          {data.row.item} {data.row.number}
        </Link>
        。被许可人和登记簿上的内容已经带入，请核对。
      </p>
      <ChosenProcedure procedures={about} startOf={(chosen) => startOf(chosen, data)} />
    </>
  )
}

function startOf({ facts }: AnyProcedure, { row, holders, licenceBasis, origin }: LicenceDetail): OpeningStart {
  const known = {
    'licence-number': row.number,
    item: row.item,
    'licence-basis': licenceBasis,
    'licence-ends-on': row.validUntil,
  }
  const typed = Object.entries(known).flatMap(([name, value]) => {
    const fact = facts[name]
    return fact && value ? [[name, typedOf(fact, value)] as const] : []
  })
  return {
    about: row.id,
    ...(origin && { origin: { kind: 'case', id: origin } }),
    filled: { parties: holders, values: Object.fromEntries(typed) },
  }
}
