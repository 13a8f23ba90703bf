import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'

/** A refusal is an answer and is not asked for twice; a broken line is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && error instanceof ProblemError && isPassing(error.problem.status),
    },
  },
})

function isPassing(status: number): boolean {
  return status === 0 || status === 503
}
