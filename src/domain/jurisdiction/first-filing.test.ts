import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { firstFilingSentence } from './first-filing.ts'

const THEIRS = [
  { agency: '甲局', filedOn: plainDate('2026-03-05') },
  { agency: '乙局', filedOn: plainDate('2026-03-02') },
]

describe('of several agencies that filed the same act', () => {
  test('the one that filed first has jurisdiction, and this one is told before it files', () => {
    expect(firstFilingSentence(THEIRS, null)).toContain('乙局已于2026年3月2日')
    expect(firstFilingSentence(THEIRS, null)).toContain('由最先立案的机关管辖')
    expect(firstFilingSentence(THEIRS, plainDate('2026-03-03'))).toContain('由最先立案的机关管辖')
  })

  test('this one keeps it when it was first, and looks at the hour when it was the same day', () => {
    expect(firstFilingSentence(THEIRS, plainDate('2026-03-01'))).toContain('本机关立案在先（2026年3月1日）')
    expect(firstFilingSentence(THEIRS, plainDate('2026-03-02'))).toContain('同日立案')
  })

  test('nothing is said where nobody else has filed', () => {
    expect(firstFilingSentence([], null)).toBeUndefined()
  })
})
