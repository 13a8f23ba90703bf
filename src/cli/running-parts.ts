import { OperatorError } from '#server/operator-error.ts'

type Part = { readonly title: string; readonly close: () => Promise<void> }

/** What was opened, to be closed in the opposite order, each part in bounded time. */
export class RunningParts {
  readonly #parts: Part[] = []

  add(title: string, close: () => Promise<void>): void {
    this.#parts.unshift({ title, close })
  }

  async closeAll(say: (sentence: string) => void): Promise<void> {
    for (const { title, close } of this.#parts.splice(0)) {
      try {
        await withinLimit(close(), title)
      } catch (error) {
        say(error instanceof OperatorError ? error.message : `停止${title}时出错：${String(error)}`)
      }
    }
  }
}

const LIMIT_MS = 15_000

async function withinLimit(work: Promise<void>, title: string): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new OperatorError(`${title} ${LIMIT_MS / 1000} 秒内没有停下，不再等待。`)),
    LIMIT_MS,
  )
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
