import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticeCountQuery } from '../lib/notices-query.ts'

const MANY = 99

/** 通知, with how many are unread. */
export function Bell() {
  const { data } = useQuery(noticeCountQuery)
  const unread = data?.unread ?? 0
  return (
    <Link to="/notices" className="rail-room rail-bell">
      通知
      {unread > 0 && (
        <b className="bell-count">
          {unread > MANY ? `${MANY}+` : unread}
          <span className="unseen">条未读</span>
        </b>
      )}
    </Link>
  )
}
