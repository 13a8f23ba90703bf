/** Works through the items, several at a time; the first failure is thrown when nothing is under way any more. */
export async function severalAtOnce<T>(
  count: number,
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = (async function* () {
    yield* items
  })()
  let hasFailed = false
  const lane = async (): Promise<void> => {
    for (let next = await iterator.next(); !next.done && !hasFailed; next = await iterator.next()) {
      try {
        await work(next.value)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: count }, lane))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}
