import { afterAll, beforeAll } from 'vitest'
import { type House, withHouse } from './journey.ts'

/** One house for all tests of a file: starting it takes longer than most of them. */
export function sharedHouse(): () => House {
  const [ready, done] = [Promise.withResolvers<House>(), Promise.withResolvers<void>()]
  let house: House | undefined
  let closed: Promise<void> | undefined
  beforeAll(async () => {
    closed = withHouse(async (opened) => {
      ready.resolve(opened)
      await done.promise
    })
    closed.catch(ready.reject)
    house = await ready.promise
  })
  afterAll(async () => {
    done.resolve()
    await closed
  })
  return () => {
    if (!house) throw new Error('the house is not open yet')
    return house
  }
}
