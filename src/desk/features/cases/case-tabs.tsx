import { Link } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { TRAIL_READERS } from '#domain/access/permissions.ts'
import { useMay } from '../../lib/session-context.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'

const ONLY_WHERE_ANY: readonly string[] = ['runs', 'things', 'performance']

/** The sides of a case; the act is the first. */
export function CaseTabs({ answer, show }: { readonly answer: CaseAnswer; readonly show: string }) {
  const { evidence, runs } = answer.state
  const seesTrail = useMay(TRAIL_READERS)
  const tabs = [
    ['act', '办理', 0],
    ['facts', '案情', 0],
    ['evidence', '证据', evidence.length],
    ['recordings', '音像', answer.state.recordings?.length ?? 0],
    ['things', '涉案物品', answer.state.things?.length ?? 0],
    ['performance', '履行', answer.performance.length],
    ['documents', '文书', answer.documents.length],
    ['dossier', '卷宗', 0],
    ['runs', '子程序', runs.length - 1],
    ['timeline', '经过', 0],
  ] as const
  return (
    <TabLinks label="案件的各个方面">
      {tabs
        .filter(([name, , count]) => (name === 'act' ? !answer.grant : !ONLY_WHERE_ANY.includes(name) || count > 0))
        .map(([name, title, count]) => (
          <Link
            key={name}
            to="."
            search={(old) => ({ ...old, show: name === 'act' ? undefined : name })}
            activeOptions={BY_SEARCH}
            aria-current={name === show ? 'page' : undefined}
          >
            {title}
            {count > 0 && name !== 'performance' && <b> {count}</b>}
          </Link>
        ))}
      {seesTrail && (
        <Link to="/trail" search={{ subject: `case:${answer.state.id}` }}>
          操作记录
        </Link>
      )}
    </TabLinks>
  )
}
