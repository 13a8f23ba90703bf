import { expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()

test('a paper that no step makes out is chosen, filled in by its own fields, previewed, agreed to and delivered', async () => {
  const road = await PenaltyRoad.open(officeOf(house().desk), { name: '要找证人询问的违法行为案' })
  await road.file()
  const address = `${house().desk}/cases/${road.id}`
  const lin = new DeskHand(await house().signIn('lin'))
  const zheng = new DeskHand(await house().signIn('zheng'))
  const main = lin.page.getByRole('main', { name: '案件', exact: true })

  await lin.openCase(address)
  await lin.choose('出具其他文书')
  await lin.page.getByText('选好文书以后，这里显示预览。').waitFor()
  await lin.fillIn({ 文书: '询问（调查）通知书', 被询问人: '孙某（送货司机）', 事由: '过期食品的来源' })
  await lin.page.getByRole('heading', { name: '询问（调查）通知书' }).waitFor()
  await lin.fillIn({ 时间: '2026年12月1日上午九时', 地点: '本局询问室', 须带材料: '身份证、送货单' })
  await lin.page.locator('.form-foot button[type=submit]').click()
  await lin.page.getByRole('alert').getByText('“文书”的“联系人”没有填写').waitFor()
  await lin.fillIn({ 联系人: '林某' })
  await lin.submit()

  await zheng.openCase(address)
  const panel = zheng.page.getByRole('region', { name: '审批：出具其他文书' })
  await panel.getByText('被询问人：孙某（送货司机）').waitFor()
  await zheng.page
    .getByRole('region', { name: '文书预览' })
    .getByRole('heading', { name: '询问（调查）通知书' })
    .waitFor()
  await zheng.agree(address, '出具其他文书')

  await lin.openCase(address)
  await lin.act('制作其他笔录、表单', {
    '笔录、表单': '证据提取单',
    证据来源: '当事人的送货单',
    证据说明: '原件一张，复制一份',
    提取人: '林某、周某',
    提供人核对意见: '与原件核对无误',
  })
  await lin.page.goto(`${address}?show=documents`)
  await expect.poll(() => main.textContent()).toContain('证据提取单')
  await expect.poll(() => main.textContent()).toContain('询问（调查）通知书')
  expect(house().violations).toEqual([])
})
