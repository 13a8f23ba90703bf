import { Link, useNavigate } from '@tanstack/react-router'
import type { PrintsAnswer, PrintTab } from '#contract/prints.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'

type Named = { readonly tab: PrintTab; readonly title: string; readonly empty: string }
export const PRINT_TABS: readonly Named[] = [
  { tab: 'mine', title: '我的待打印', empty: '您承办的案件里，出具了还没有打印的文书会列在这里。' },
  { tab: 'all', title: '全部待打印', empty: '您可以办理的案件里，出具了还没有打印的文书会列在这里。' },
  { tab: 'printed', title: '打印过的', empty: '打印过的文书会列在这里，要再打印的写明理由。' },
]

type Props = {
  readonly tab: PrintTab
  readonly kind: string
  readonly kinds: PrintsAnswer['kinds']
  readonly text: string
  readonly onText: (text: string) => void
}

/** Which list, and what is looked for in it. */
export function PrintTools({ tab, kind, kinds, text, onText }: Props) {
  const go = useNavigate()
  const choose = (chosen: string) => void go({ to: '/prints', search: { tab, ...(chosen && { kind: chosen }) } })
  return (
    <>
      <nav className="print-tabs" aria-label="按是否打印过">
        {PRINT_TABS.map((each) => (
          <Link
            key={each.tab}
            to="/prints"
            search={{ tab: each.tab }}
            activeOptions={BY_SEARCH}
            aria-current={each.tab === tab ? 'page' : undefined}
          >
            {each.title}
          </Link>
        ))}
      </nav>
      <div className="print-tools">
        <label>
          查找
          <input
            className="control"
            type="search"
            data-search
            aria-keyshortcuts="/"
            placeholder="案件、文号或者当事人"
            value={text}
            maxLength={100}
            onChange={(event) => onText(event.target.value)}
          />
        </label>
        <label>
          文书种类
          <select className="control" value={kind} onChange={({ target }) => choose(target.value)}>
            <option value="">全部</option>
            <option value="sealed">要盖章的</option>
            {kinds.map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  )
}
