import { Link } from '@tanstack/react-router'
import type { NoticeRow } from '#contract/notices.ts'
import { NOTICE_KINDS } from '#domain/notice/notice.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'

type Props = { readonly row: NoticeRow; readonly onRead: (id: string) => void }

/** One notice; to open its case is to have read it. */
export function NoticeLine({ row, onRead }: Props) {
  const { id, kind, sentence, shownAt, readAt, caseId } = row
  const { title, isUrgent } = NOTICE_KINDS[kind]
  const read = () => {
    if (readAt === null) onRead(id)
  }
  return (
    <li className={readAt === null ? 'notice-row unread' : 'notice-row'}>
      <Link to="/cases/$caseId" params={{ caseId }} onClick={read} data-row>
        <b className={isUrgent ? 'late' : undefined}>{title}</b>
        <span>{sentence}</span>
        <small>
          {dayAndTimeOf(shownAt)}
          {readAt === null ? ' · 未读' : ' · 已读'}
        </small>
      </Link>
      {readAt === null && (
        <button type="button" className="button plain small" onClick={read}>
          标为已读<span className="unseen">{sentence}</span>
        </button>
      )}
    </li>
  )
}
