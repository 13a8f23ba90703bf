import { Link } from '@tanstack/react-router'
import type { LicencesAnswer } from '#contract/licences.ts'
import type { LicenceStanding } from '#domain/licence/licence.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { STANDING_TITLES } from './standing-words.ts'

type Props = {
  readonly standing: LicenceStanding | undefined
  readonly counts: LicencesAnswer['counts'] | undefined
}
const TABS = [undefined, ...(Object.keys(STANDING_TITLES) as LicenceStanding[])] as const

/** By where they stand; each with how many there are. */
export function StandingTabs({ standing, counts }: Props) {
  const countOf = (tab: LicenceStanding | undefined) =>
    tab ? counts?.[tab] : counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <nav className="licence-tabs" aria-label="按状态">
      {TABS.map((tab) => (
        <Link
          key={tab ?? 'all'}
          to="/licences"
          search={tab ? { standing: tab } : {}}
          activeOptions={BY_SEARCH}
          aria-current={tab === standing ? 'page' : undefined}
        >
          {tab ? STANDING_TITLES[tab] : '全部'} {countOf(tab)}
        </Link>
      ))}
    </nav>
  )
}
