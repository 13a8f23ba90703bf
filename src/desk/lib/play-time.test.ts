import { expect, test } from 'vitest'
import { playTime, readPlayTime } from './play-time.ts'

test.each([
  [0, '0:00.0'],
  [83_450, '1:23.4'],
  [83_499, '1:23.4'],
  [3_723_000, '1:02:03.0'],
  [-5, '0:00.0'],
])('%i ms are shown as %s', (ms, text) => expect(playTime(ms)).toBe(text))

test.each([
  ['1:23.4', 83_400],
  ['83.4', 83_400],
  ['1：02：03', 3_723_000],
  [' 0:05 ', 5_000],
  ['0.001', 1],
])('%s is read as %i ms', (text, ms) => expect(readPlayTime(text)).toBe(ms))

test.each(['', 'abc', '1:', '1.5:00', '1:2:3:4', '-1', '1:23.4567'])('%j is no time', (text) => {
  expect(readPlayTime(text)).toBeUndefined()
})
