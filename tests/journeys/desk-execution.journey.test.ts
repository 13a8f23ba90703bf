import { expect, test } from 'vitest'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import type { DeskHand, Entries } from '../support/desk-hand.ts'
import { refusedBy, waitsOf } from '../support/desk-steps.ts'
import { UnpaidFine } from '../support/unpaid-fine.ts'

const fine = new UnpaidFine()

const serve = (lin: DeskHand, on: string) => fine.serve(lin, on, '林一', '周二')
const SUBSTITUTE: Entries = {
  不履行的后果: '造成环境污染',
  代履行的标的: '堆放的超过保质期的食品',
  '代履行人是本机关，或者是没有利害关系的第三人': true,
  费用预算: '3000',
  强制执行的理由: '经催告仍不清理',
  强制执行的时间: '2026年4月22日上午八时起',
  重大执法决定的情形: '没有下列情形',
}

test('what somebody else can do is done by somebody else: urged, waited for, decided, urged once more, done by day and paid for', async () => {
  const urging = await fine.back('lin', 17)
  await urging.act('由本机关强制执行')
  await urging.openCase(fine.address)
  await urging.act('发出催告书', {
    催告履行的义务: '清理超过保质期的食品',
    履行义务的期限: '2026-04-13',
    履行义务的方式: '自行清理',
  })
  await fine.agreed('发出催告书', 'zheng')
  await urging.openCase(fine.address)
  await expect.poll(() => waitsOf(urging).textContent()).toContain('催告书还没有送达')
  await serve(urging, '2026-03-27')

  const deciding = await fine.back('lin', 20)
  await deciding.choose('作出代履行决定')
  await deciding.fillIn(SUBSTITUTE)
  await deciding.page.getByLabel('代履行人', { exact: true }).fill('某某清运公司（虚构）')
  await deciding.submit()
  await fine.agreed('作出代履行决定', 'zheng', 'shen')
  await serve(deciding, '2026-04-16')
  await deciding.act('代履行前再催告')
  await serve(deciding, '2026-04-16')
  await expect.poll(() => waitsOf(deciding).textContent()).toContain('代履行三日前')

  const doing = await fine.back('lin', 6)
  await doing.choose('实施代履行')
  const written: Entries = {
    '实施、监督的执法人员': ['林一', '周二'],
    开始时间: '2026-04-22 08:00',
    结束时间: '2026-04-22 09:30',
    地点: '青石区某路 1 号',
    经过和结果: '清运公司清理完毕，当事人在场。',
    当事人到场: true,
    执行文书的签名: '当事人和执法人员已签名',
    代履行的实际费用: '2800',
    '没有对居民生活停止供水、供电、供热、供燃气': false,
    '没有采用暴力、胁迫以及其他非法方式': true,
    代履行: WORDS_ARE_ENOUGH,
  }
  await doing.fillIn(written)
  const refused = await refusedBy(doing)
  await expect.poll(() => refused.textContent()).toContain('不得对居民生活')
  await doing.fillIn({ '没有对居民生活停止供水、供电、供热、供燃气': true })
  await doing.submit()
  await doing.page.goto(`${fine.address}?show=documents`)
  await expect.poll(() => doing.page.getByRole('main').textContent()).toContain('代履行催告书')
  await expect.poll(() => doing.page.getByRole('main').textContent()).toContain('强制执行')
})
