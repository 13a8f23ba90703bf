import '../../ui/due-row.css'
import { Link } from '@tanstack/react-router'
import type { LicenceRow } from '#contract/licences.ts'
import { longDay } from '../../lib/office-time.ts'
import { standingWords } from './standing-words.ts'

/** One licence: what it is, whose, and where it stands today. */
export function LicenceLine({ row }: { readonly row: LicenceRow }) {
  const { id, number, item, holder, grantedOn, validUntil, supervisor, renewalAskedOn } = row
  const { words, tone } = standingWords(row)
  const facts = [number, `${longDay(grantedOn)}颁证`, supervisor && `由${supervisor}监管`]
  return (
    <li>
      <Link to="/licences/$licenceId" params={{ licenceId: id }} className="due-row" data-row>
        <span>
          <b>{holder}</b>
          <small>{[item, ...facts].filter(Boolean).join(' · ')}</small>
          {renewalAskedOn && row.standing !== 'deemed-renewed' && (
            <small className="soon">延续申请{longDay(renewalAskedOn)}受理，还没有决定</small>
          )}
        </span>
        <span className="due-clock">
          <span className={tone}>{words}</span>
          <small>{validUntil ? `有效期至 ${validUntil}` : '长期有效'}</small>
        </span>
      </Link>
    </li>
  )
}
