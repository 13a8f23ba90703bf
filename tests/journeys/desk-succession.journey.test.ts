import { beforeAll, expect, test } from 'vitest'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const CASES = ['甲店的案件', '乙店的案件', '丙店的案件']

beforeAll(async () => {
  for (const name of CASES) {
    const road = await PenaltyRoad.open(officeOf(house().desk), { name })
    await road.file()
  }
})

test('the head of a unit hands all work of an officer over by the keyboard; what may not go over says why and stays on the sheet', async () => {
  const page = await house().signIn('zheng')
  await page.getByRole('link', { name: '交接', exact: true }).click()
  const room = page.getByRole('main', { name: '工作交接', exact: true })
  const line = room.getByRole('link', { name: /^林一/ })
  await line.waitFor()
  await line.focus()
  await page.keyboard.press('Enter')

  const form = page.getByRole('form', { name: '移交工作' })
  const submit = form.locator('button[type=submit]')
  await expect.poll(() => submit.isDisabled()).toBe(true)
  await expect.poll(() => form.textContent()).toContain('请先选接手人')
  await form.getByLabel('全部交给').selectOption({ label: await optionOf('钱三') })
  await form.getByLabel(/接手人：乙店的案件/).selectOption({ label: await optionOf('周二') })
  await expect.poll(() => form.textContent()).toContain('还差一名有资格的执法人员')
  await form.getByLabel(/^说明/).fill('调令〔2026〕3 号')
  await submit.focus()
  await page.keyboard.press('Enter')

  const sheet = page.getByRole('main', { name: '工作交接单' })
  await sheet.getByRole('heading', { name: '工作交接单' }).waitFor()
  const moved = sheet.getByRole('list', { name: '已经移交' })
  await expect.poll(() => moved.textContent()).toContain('甲店的案件')
  await expect.poll(() => moved.textContent()).toContain('丙店的案件')
  const stayed = sheet.getByRole('list', { name: '没有移交' })
  await expect.poll(() => stayed.textContent()).toMatch(/乙店的案件.*想交给周二.*处罚法》第四十二条/s)

  const qian = await house().signIn('qian')
  await qian
    .getByRole('link', { name: /甲店的案件/ })
    .first()
    .waitFor()
  await page.getByRole('link', { name: '工作交接', exact: true }).click()
  await room.getByRole('link', { name: /林一的工作交接单/ }).waitFor()
  expect(house().violations).toEqual([])

  async function optionOf(name: string): Promise<string> {
    const option = form.getByLabel('全部交给').locator('option', { hasText: name })
    await option.waitFor({ state: 'attached' })
    return (await option.textContent()) ?? ''
  }
})
