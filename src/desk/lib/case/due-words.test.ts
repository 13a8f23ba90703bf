import { expect, it } from 'vitest'
import { dueWords } from './due-words.ts'

const NOW = '2026-06-01T02:00:00.000Z'

it.each([
  ['2026-06-02T02:00:00.000Z', '还有 24 小时', 'running'],
  ['2026-06-01T07:20:30.000Z', '还有 5 小时 20 分', 'soon'],
  ['2026-06-01T02:45:00.000Z', '还有 45 分', 'soon'],
  ['2026-06-01T01:59:00.000Z', '已超过 1 分', 'late'],
  ['2026-05-30T01:30:00.000Z', '已超过 48 小时', 'late'],
] as const)('a recording that is due at %s: %s', (dueAt, words, tone) =>
  expect(dueWords(NOW, dueAt)).toEqual({ words, tone }),
)
