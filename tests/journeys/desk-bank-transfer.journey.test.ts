import { expect, test } from 'vitest'
import { setAgencyRule } from '../support/agency-rule.ts'
import type { DeskHand, Entries } from '../support/desk-hand.ts'
import { caseMain, refusedBy, waitsOf } from '../support/desk-steps.ts'
import { UnpaidFine } from '../support/unpaid-fine.ts'

const fine = new UnpaidFine()
const serve = (lin: DeskHand, on: string) => fine.serve(lin, on, '林一', '周二')
const TRANSFER: Entries = {
  强制执行的方式: '划拨存款、汇款',
  授予执行权的法律依据: '《某某管理法》第四十条',
  强制执行的理由: '经催告仍不缴纳',
  强制执行的时间: '2026年4月28日上午九时起',
  重大执法决定的情形: '没有下列情形',
}

test('money is taken from an account only by a statute, after thirty days of surcharge, and by a decision that was served', async () => {
  const urging = await fine.back('lin', 17)
  await urging.act('由本机关强制执行')
  await urging.act('发出催告书', {
    催告履行的义务: '缴纳罚款五千元和加处的罚款',
    履行义务的期限: '2026-04-13',
    履行义务的方式: '到指定银行缴纳',
  })
  await fine.agreed('发出催告书', 'zheng')
  await serve(urging, '2026-03-27')

  const asking = await fine.back('lin', 20)
  await asking.choose('作出强制执行决定')
  await asking.fillIn(TRANSFER)
  const early = await refusedBy(asking)
  for (const reason of ['法律没有授予本机关“划拨存款、汇款”的执行权', '加处罚款超过 30 日'])
    await expect.poll(() => early.textContent()).toContain(reason)

  await setAgencyRule(fine.house.desk, 'lin', {
    code: 'execution.own-ways',
    value: ['划拨存款、汇款'],
    basis: '《某某管理法》第四十条（虚构）',
  })
  const deciding = await fine.back('lin', 11)
  await deciding.act('作出强制执行决定', TRANSFER)
  await fine.agreed('作出强制执行决定', 'zheng', 'shen')
  await deciding.openCase(fine.address)
  await expect.poll(() => waitsOf(deciding).textContent()).toContain('决定书还没有送达')
  await serve(deciding, '2026-04-27')

  const booking = await fine.back('lin', 1)
  await booking.choose('登记划拨、拍卖所得')
  const receipt: Entries = { 缴款日期: '2026-04-29', 票据号: '虚构回单一号', 所得的来源: '银行划拨回单' }
  await booking.fillIn(receipt)
  await booking.page.getByLabel(/^本次缴纳的罚没款/).fill('10000')
  const ahead = await refusedBy(booking)
  await expect.poll(() => ahead.textContent()).toContain('缴款日期不能晚于今天')
  await booking.fillIn({ 缴款日期: '2026-04-28' })
  await booking.submit()
  await booking.page.goto(`${fine.address}?show=performance`)
  await expect.poll(() => caseMain(booking).textContent()).toContain('2026年4月28日缴清')
  await booking.openCase(fine.address)
  await booking.act('执行完毕', { 履行的情况: '罚款和加处的罚款已经划拨入库。' })
  await fine.agreed('执行完毕', 'zheng')
  await booking.openCase(fine.address)
  await booking.act('报请结案', { 结案说明: '执行完毕' })
  await fine.agreed('报请结案', 'zheng', 'shen')
  await booking.openCase(fine.address)
  await expect.poll(() => caseMain(booking).textContent()).toContain('立卷归档')
})
