import { queryOptions } from '@tanstack/react-query'
import type { PostsAnswer } from '#contract/post-duties.ts'
import { read } from '../../lib/request.ts'

export const postsQuery = queryOptions({
  queryKey: ['posts'],
  queryFn: ({ signal }) => read<PostsAnswer>('/api/posts', signal),
})
