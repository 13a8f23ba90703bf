import { expect, it } from 'vitest'
import { command as checkCode } from './check-code.ts'
import { command as deadline } from './deadline.ts'

const say = () => undefined
const due = (...args: string[]) => deadline.run(['--from', '2026-07-06', ...args], say)

it('the calculator gives what the engine gives, deductions and all', async () => {
  const answer = await due('--days', '90', '--unit', 'calendar')
  expect(answer.data).toEqual({ rawDue: '2026-10-04', rolledDue: '2026-10-08', estimated: false })
  const deducted = await due(
    '--days',
    '90',
    '--unit',
    'calendar',
    '--minus',
    '2026-07-20..2026-07-29',
    '--minus',
    '2026-08-01..2026-08-01',
  )
  expect(deducted.data).toMatchObject({ rawDue: '2026-10-15' })
  const fixed = await due('--days', '90', '--unit', 'calendar', '--no-roll')
  expect(fixed.data).toMatchObject({ rolledDue: '2026-10-04' })
  expect(fixed.text).toContain('不顺延')
})

it('an estimate says so', async () => {
  expect((await due('--days', '1', '--unit', 'year')).text).toContain('估算')
  expect((await due('--days', '1', '--unit', 'month')).text).not.toContain('估算')
})

it.each([
  [['--days', '5'], '--unit'],
  [['--days', '5', '--unit', 'week'], '--unit'],
  [['--days', '5', '--unit', 'toString'], '--unit'],
  [['--unit', 'working'], '--days'],
  [['--days', '1e3', '--unit', 'working'], '--days'],
  [['--days', '99999', '--unit', 'working'], '--days'],
  [['--from', '2026-02-30', '--days', '5', '--unit', 'working'], '不是真实的日期'],
  [['--from', '9999-12-31', '--days', '5', '--unit', 'working'], '2199'],
  [['--days', '5', '--unit', 'working', '--minus', '2026-07-20'], '起..止'],
  [['--days', '5', '--unit', 'working', '--minus', '2026-07-20..2026-07-01'], '对调'],
])('%j is wrong use', async (args, words) => {
  await expect(due(...args)).rejects.toThrow(words)
  await expect(due(...args)).rejects.toMatchObject({ exitCode: 2 })
})

it('a code is told to be valid, or which digit is wrong', async () => {
  expect(await checkCode.run(['91230500MA1B3N1N2M'], say)).toMatchObject({
    exitCode: 0,
    data: { type: 'uscc', valid: true },
  })
  expect(await checkCode.run(['11010519491231002X'], say)).toMatchObject({
    exitCode: 0,
    data: { type: 'citizen-id', valid: true },
  })
  const wrong = await checkCode.run(['110105194912310021'], say)
  expect(wrong).toMatchObject({ exitCode: 1, data: { type: 'citizen-id', valid: false } })
  expect(wrong.text).toContain('第 18 位校验码应为 X')
  expect((await checkCode.run(['91230500MA1B3N1N2N'], say)).text).toContain('第 18 位校验码应为 M')
})

it('no code, or two, is wrong use', async () => {
  await expect(checkCode.run([], say)).rejects.toMatchObject({ exitCode: 2 })
  await expect(checkCode.run(['a', 'b'], say)).rejects.toMatchObject({ exitCode: 2 })
})
