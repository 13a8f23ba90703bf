import { Link } from '@tanstack/react-router'
import type { WorklistAnswer } from '#contract/worklists.ts'
import { TAB_TITLES, TABS, type Tab } from '../../lib/worklist-tabs.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'

type Props = {
  readonly tab: Tab
  readonly text: string
  readonly counts: WorklistAnswer['counts'] | undefined
}

export function WorklistTabs({ tab, text, counts }: Props) {
  return (
    <nav className="list-tabs" aria-label="工作清单分类">
      {TABS.map((name) => (
        <Link
          key={name}
          to="."
          search={(old) => ({ ...old, tab: name, ...(text ? { text } : {}) })}
          className={`list-tab ${name}`}
          activeOptions={BY_SEARCH}
          aria-current={name === tab ? 'true' : undefined}
        >
          {TAB_TITLES[name]}{' '}
          <span className={counts?.[name] ? 'list-count' : 'list-count zero'}>
            {counts ? countWords(counts[name]) : '·'}
          </span>
        </Link>
      ))}
    </nav>
  )
}

function countWords(count: number): string {
  return count > 999 ? '999+' : String(count)
}
