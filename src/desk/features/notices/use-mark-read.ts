import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeCount, ReadNoticesInput } from '#contract/notices.ts'
import { announce } from '../../lib/announce.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'

/** Marks notices as read; marking them twice changes nothing, so each try has a key of its own. */
export function useMarkRead() {
  const queries = useQueryClient()
  const [problem, setProblem] = useState('')
  const markRead = async (input: ReadNoticesInput) => {
    setProblem('')
    try {
      // It is also sent when the click leads to another page.
      const { unread } = await send<NoticeCount>('POST', '/api/notices/read', input, { outlivesPage: true })
      await queries.invalidateQueries({ queryKey: ['notices'] })
      announce(`已标为已读，还有${unread}条未读`)
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return { markRead, problem }
}
