import { roleTitle } from '#domain/access/acting.ts'
import type { Proposal } from '#domain/case/state.ts'
import { shortDay } from '../../../lib/office-time.ts'

type Props = { readonly proposal: Proposal; readonly people: Readonly<Record<string, string>> }

/** The people who have to agree, in their order, with what was said. */
export function ApprovalRoad({ proposal, people }: Props) {
  const { approval, agreed } = proposal
  return (
    <ol className="approval-road" aria-label="审批顺序">
      {agreed.map(({ role, by, opinion, on }) => (
        <li key={role} className="done">
          <b>{roleTitle(role)}</b>
          <span>
            {people[by] ?? ''}：{opinion}（{shortDay(on)}）
          </span>
        </li>
      ))}
      {approval.slice(agreed.length).map((role, ahead) => (
        <li key={role} className={ahead === 0 ? 'now' : 'ahead'}>
          <b>{roleTitle(role)}</b>
          <span>{ahead === 0 ? '正在等' : '以后'}</span>
        </li>
      ))}
    </ol>
  )
}
