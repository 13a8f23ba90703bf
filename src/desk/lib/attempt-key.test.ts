import { describe, expect, it } from 'vitest'
import { attemptKeys } from './attempt-key.ts'

const counted = () => {
  let count = 0
  return attemptKeys(() => `key-${++count}`)
}

describe('the key of a submission', () => {
  it('stays the same while the same content is tried again', () => {
    const keys = counted()
    expect([keys.keyFor('a'), keys.keyFor('a')]).toEqual(['key-1', 'key-1'])
  })
  it('is another one when the content has changed', () => {
    const keys = counted()
    expect([keys.keyFor('a'), keys.keyFor('b')]).toEqual(['key-1', 'key-2'])
  })
  it('is another one after a definite answer', () => {
    const keys = counted()
    keys.keyFor('a')
    keys.settled()
    expect(keys.keyFor('a')).toBe('key-2')
  })
})
