import { Link } from '@tanstack/react-router'
import type { LicenceRow } from '#contract/licences.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ABOUT_LICENCE, whyNotBegun } from '#domain/licence/begun-about.ts'
import type { Licence } from '#domain/licence/licence.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { useSession } from '../../lib/session-context.ts'

/** What may be begun about it today, and beside everything else the reason why not. */
export function LicenceStarts({ row, today }: { readonly row: LicenceRow; readonly today: PlainDate }) {
  const { session } = useSession()
  const standing = row as Pick<Licence, 'validUntil' | 'renewalAskedOn' | 'endedHow' | 'endedOn'>
  const about = ABOUT_LICENCE.flatMap((code) => currentProcedure(PROCEDURES, code, today) ?? [])
  return (
    <section aria-label="可以办理" className="licence-starts">
      <h2>办理</h2>
      <ul>
        {about.map((procedure) => {
          const why = whyNotBegun(procedure, standing, today, session.roles)
          return (
            <li key={procedure.code}>
              {why ? (
                <button type="button" className="button" aria-disabled aria-describedby={`why-${procedure.code}`}>
                  {procedure.title}
                </button>
              ) : (
                <Link to="/cases/new" search={{ procedure: procedure.code, licence: row.id }} className="button">
                  {procedure.title}
                </Link>
              )}
              <span id={`why-${procedure.code}`} className="hint">
                {why ?? procedure.basis}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
