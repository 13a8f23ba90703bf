import { expect, it } from 'vitest'
import { fileSize } from './file-size.ts'

it.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [1536, '1.5 KB'],
  [5 * 1024 ** 2, '5 MB'],
  [3 * 1024 ** 4, '3072 GB'],
])('a file of %i bytes is said as “%s”', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})
