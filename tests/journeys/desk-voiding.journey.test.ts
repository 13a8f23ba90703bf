import { expect, test } from 'vitest'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()

test('a decision with a mistake is reported, agreed to be void, struck in the list, and can be made anew', async () => {
  const road = await PenaltyRoad.open(officeOf(house().desk))
  await road.untilDecided()
  const address = `${house().desk}/cases/${road.id}?show=documents`

  const lin = await house().signIn('lin')
  await lin.goto(address)
  const papers = lin.getByRole('list', { name: '文书', exact: true }).getByRole('listitem')
  const decision = papers.filter({ hasText: '行政处罚决定书' })
  await decision.getByRole('button', { name: /^作废/ }).click()
  await decision.getByText('同时出具的《行政处罚决定审批表》、《罚没款缴款通知书》一并作废').waitFor()
  await decision.getByLabel('作废的原因').fill('金额写错了')
  await decision.getByRole('button', { name: '报机关负责人审批作废', exact: true }).click()
  await decision.getByText('等机关负责人审批。').waitFor()

  const shen = await house().signIn('shen')
  await shen.goto(address)
  const asked = shen.getByRole('listitem').filter({ hasText: '报请作废' })
  await asked.getByRole('button', { name: '同意作废', exact: true }).click()
  await shen.getByText('作废的原因：金额写错了').first().waitFor()
  await expect.poll(() => shen.locator('.documents .void').count()).toBe(3)

  await lin.goto(address)
  await expect.poll(() => lin.locator('.documents .void-mark').count()).toBe(3)
  const again = lin.getByRole('button', { name: /作出处罚决定/ })
  await again.first().waitFor()
})
