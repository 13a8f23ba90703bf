import type { Problem } from '#contract/problem.ts'

/** What the server answered instead of what was asked for, or why it could not be reached (status 0). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

const OFFLINE: Problem = {
  code: 'offline',
  status: 0,
  title: '连不上服务器',
  detail: '连不上服务器。填写的内容还在本页，请检查网络后重试。',
}

export function offline(): ProblemError {
  return new ProblemError(OFFLINE)
}

/** Reads a problem from an answer; an answer in another shape becomes a sentence about its status. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body = await response.json().catch(() => undefined)
  if (isProblem(body)) return new ProblemError(body)
  const detail = `服务器没有给出可读的答复（${response.status}）。请稍后重试，仍不行时联系系统管理员。`
  return new ProblemError({ code: 'unreadable', status: response.status, title: '服务器出了问题', detail })
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body
}

/** A sentence for any failure, for places that show just one. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return '页面出了问题，请刷新后重试。'
  const { errors = [], detail, title } = error.problem
  return detail ?? errors[0]?.sentence ?? title
}

export function isProblemCode(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code
}
