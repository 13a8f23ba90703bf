import { Link } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { lastDayOf } from '#domain/access-request/refuse-loan.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { useSession } from '../../lib/session-context.ts'

/** By what it is read and until when. */
export function GrantBanner({ grant }: { readonly grant: NonNullable<CaseAnswer['grant']> }) {
  return (
    <p className="notice soon grant-banner">
      <strong>凭调阅批准查看，至{longDay(lastDayOf(grant.untilAt))}</strong>
      只能查看，不能办理；每次查看都留下记录。
      <Link to="/access/$requestId" params={{ requestId: grant.request }}>
        看批准
      </Link>
    </p>
  )
}

const TIMES = 40

/** Who looks, and when, across the whole page; it stops neither the eye nor the hand. */
export function NameAcross({ seenAt }: { readonly seenAt: string }) {
  const { session } = useSession()
  const mark = `调阅 ${session.person.name} ${session.agency.shortName} ${dayAndTimeOf(seenAt)}`
  return (
    <div className="name-across" aria-hidden="true">
      {Array.from({ length: TIMES }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all of them say the same
        <span key={index}>{mark}</span>
      ))}
    </div>
  )
}
