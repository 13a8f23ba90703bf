import { queryOptions } from '@tanstack/react-query'
import type { PostLettersAnswer } from '#contract/post-letters.ts'
import { read } from '../../lib/request.ts'

export const lettersQuery = queryOptions({
  queryKey: ['post-letters'],
  queryFn: ({ signal }) => read<PostLettersAnswer>('/api/post-letters', signal),
})
