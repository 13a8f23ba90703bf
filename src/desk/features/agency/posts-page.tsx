import './agency.css'
import { useQuery } from '@tanstack/react-query'
import { AGENCY_KEEPERS } from '#domain/access/permissions.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { AgencyTabs } from './agency-tabs.tsx'
import { PostPart } from './post-part.tsx'
import { postsQuery } from './posts-query.ts'

/** 岗位: what each post has to do, whoever holds it, and the sign of a post at the window. */
export function PostsPage() {
  const { data, error } = useQuery(postsQuery)
  const mayKeep = useMay(AGENCY_KEEPERS)
  useTitle('岗位')
  return (
    <main className="agency" aria-label="岗位">
      <h1>岗位</h1>
      <AgencyTabs />
      <p className="muted">职责跟着岗位走：谁在这个岗位上，就是谁的职责。窗口岗位可以打印岗位信息公示牌。</p>
      {!mayKeep && <p className="hint">职责由本机关的系统管理员、机关负责人登记。</p>}
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul className="entrustments" aria-label="岗位清单">
        {data?.rows.map((row) => (
          <PostPart key={row.role} row={row} mayKeep={mayKeep} />
        ))}
      </ul>
    </main>
  )
}
