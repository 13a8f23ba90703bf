import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
let lin: DeskHand
let road: PenaltyRoad
beforeAll(async () => {
  lin = new DeskHand(await house().signIn('lin'))
  road = await PenaltyRoad.open(officeOf(house().desk))
  await lin.openCase(`${house().desk}/cases/${road.id}`)
})

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: '还不能提交' })
const submit = () => lin.page.locator('.form-foot button[type=submit]').click()
const field = (title: string) => lin.page.locator('.field').filter({ has: lin.page.locator('label').getByText(title) })

test('a day that does not exist is named beside its field and on top, and nothing is sent', async () => {
  await lin.choose('报请立案')
  await lin.fillIn({ '发生在本机关管辖范围，或者有指定管辖': true, 立案理由: '涉嫌违反《食品安全法》' })
  const date = lin.page.getByLabel('行为终了日期')
  await date.fill('2026-02-28')
  await date.press('Enter')
  await date.fill('2026-02-30')
  await submit()
  await summary(lin.page).waitFor()
  await expect.poll(() => field('行为终了日期').textContent()).toContain('2026-02-30')
  const link = summary(lin.page).getByRole('link', { name: /2026-02-30/ })
  await link.click()
  await expect.poll(() => date.evaluate((input) => input === document.activeElement)).toBe(true)
  expect((await road.state('lin')).runs[0]?.proposals).toEqual([])
  await expect.poll(() => lin.page.getByLabel('立案理由').inputValue()).toBe('涉嫌违反《食品安全法》')
  await date.fill('2026-02-28')
  await date.press('Enter')
  await expect.poll(() => field('行为终了日期').locator('.error-line').count()).toBe(0)
})

test('what is too long, or holds signs that cannot be seen, is said beside its field and not cut off', async () => {
  const long = '长'.repeat(10_001)
  await lin.fillIn({ 立案理由: long })
  await submit()
  await summary(lin.page).waitFor()
  await expect.poll(() => field('立案理由').textContent()).toMatch(/最多 [\d,]+ 字/)
  await summary(lin.page).getByRole('link').first().click()
  await expect
    .poll(() => lin.page.getByLabel('立案理由').evaluate((input) => input === document.activeElement))
    .toBe(true)
  expect((await lin.page.getByLabel('立案理由').inputValue()).length).toBe(long.length)
  await lin.page.getByLabel('立案理由').fill('涉嫌\u0007违反\u202e《食品安全法》')
  await submit()
  await expect.poll(() => field('立案理由').locator('.error').textContent()).toMatch(/控制字符|看不见/)
  await lin.fillIn({ 立案理由: '涉嫌违反《食品安全法》' })
  await lin.submit()
})

test('amounts are typed as numbers of yuan; anything else gets a sentence that shows how', async () => {
  await road.read('lin').then(({ version }) => Object.assign(road, { version }))
  await road.agree('zheng', 'shen')
  await road.investigate()
  await lin.openCase(`${house().desk}/cases/${road.id}`)
  await lin.choose('发出告知书')
  await lin.fillIn({ 适用的裁量档次和理由: '货值不足一万元' })
  for (const wrong of ['2,000元', '-0', '1e3', '０', '12.345', '99999999999999999999']) {
    await lin.fillIn({ 拟罚款: wrong })
    await submit()
    await expect.poll(() => field('拟罚款').locator('.error').textContent(), { message: wrong }).toMatch(/元|罚款/)
    await summary(lin.page)
      .getByRole('link', { name: /罚款|元/ })
      .first()
      .click()
    await expect.poll(() => lin.page.getByLabel('拟罚款').inputValue()).toBe(wrong)
    await expect.poll(() => lin.page.getByLabel('适用的裁量档次和理由').inputValue()).toBe('货值不足一万元')
  }
  await lin.fillIn({ 拟罚款: '50000.00' })
  await lin.submit()
  const [proposal] = (await road.state('lin')).runs[0]?.proposals ?? []
  expect(Object.values(proposal?.facts.violation ?? {})[0]).toMatchObject({ fine: 5_000_000 })
})

test('a new case says beside each field what is wanting and keeps what was typed, over a reload too', async () => {
  await lin.page.goto(`${house().desk}/cases/new`)
  await lin.page.getByRole('radio', { name: '行政处罚（普通程序）' }).click()
  await lin.page.getByLabel('查找当事人').waitFor()
  await lin.fillIn({ 案件名称: '某某\u0000商店案件', 线索内容: '检查时发现货架上有超过保质期的调味品' })
  const send = () => lin.page.getByRole('button', { name: '登记案件' }).click()
  await send()
  await expect.poll(() => field('案件名称').locator('.error').textContent()).toContain('控制字符')
  await lin.fillIn({ 案件名称: '店' })
  await send()
  await expect.poll(() => field('案件名称').locator('.error').textContent()).toContain('至少 5 个字')
  await expect.poll(() => summary(lin.page).textContent()).toContain('请至少填一个当事人')
  await expect.poll(() => lin.page.getByLabel('线索内容').inputValue()).toBe('检查时发现货架上有超过保质期的调味品')
  await lin.page.reload()
  await lin.page.getByLabel('查找当事人').waitFor()
  await expect.poll(() => lin.page.getByLabel('线索内容').inputValue()).toBe('检查时发现货架上有超过保质期的调味品')
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))
