import './agency.css'
import './post-sign.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PostHolder, PostRow, PostsAnswer } from '#contract/post-duties.ts'
import { POST_TITLES } from '../../lib/post-titles.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { postsQuery } from './posts-query.ts'

/** 岗位信息公示牌: who sits at the window, what for, and where to turn; printed on one sheet. */
export function PostSignPage() {
  const { personId, role } = useParams({ from: '/agency/posts/$personId/$role' })
  const { data, error } = useQuery(postsQuery)
  useTitle('岗位信息公示牌')
  const row = data?.rows.find((post) => post.role === role)
  const holder = row?.holders.find(({ id, isAtWindow }) => id === personId && isAtWindow)
  return (
    <main className="agency post-sign-page" aria-label="岗位信息公示牌">
      <p className="post-sign-back">
        <Link to="/agency/posts">岗位</Link>
      </p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && !(row && holder) && <p className="empty">今天没有人在窗口的这个岗位上，没有公示牌。</p>}
      {data && row && holder && <Sign posts={data} row={row} holder={holder} />}
    </main>
  )
}

type Props = { readonly posts: PostsAnswer; readonly row: PostRow; readonly holder: PostHolder }

function Sign({ posts, row, holder }: Props) {
  const duties = row.texts[0]?.duties
  const missing = [duties === undefined && '岗位职责', posts.complaintPhone === '' && '监督投诉电话'].filter(Boolean)
  return (
    <>
      {missing.length > 0 && (
        <p className="notice soon">{`还没有登记${missing.join('、')}，公示牌上空着；请系统管理员或者机关负责人登记。`}</p>
      )}
      <article className="post-sign">
        <p>{posts.agencyName}</p>
        <h1>岗位信息公示牌</h1>
        <dl>
          <Line title="姓名" words={holder.name} />
          <Line title="岗位" words={`${holder.unit} · ${POST_TITLES[row.role]}`} />
          <Line title="岗位职责" words={duties ?? ''} />
          <Line title="联系电话" words={posts.phone} />
          <Line title="监督投诉电话" words={posts.complaintPhone} />
        </dl>
      </article>
      <button type="button" className="button" onClick={() => window.print()}>
        打印
      </button>
    </>
  )
}

function Line({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="agency-prose">{words}</dd>
    </div>
  )
}
