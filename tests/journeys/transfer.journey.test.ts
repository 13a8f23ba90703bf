import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const NAME = '戊己商行销售伪劣调味品案'
let road: PenaltyRoad
let lin: DeskHand
let address: string
beforeAll(async () => {
  road = await PenaltyRoad.open(officeOf(house().desk), { name: NAME })
  await road.file()
  address = `${house().desk}/cases/${road.id}`
  lin = new DeskHand(await house().signIn('lin'))
})

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const main = (page: Page) => page.getByRole('main')

async function openTransfer(page: Page): Promise<void> {
  // Who reads no cases begins in the own room.
  await page.getByRole('main', { name: '移送的案件' }).waitFor()
  await page.getByRole('link', { name: new RegExp(NAME) }).click()
  await page.getByRole('main', { name: '移送', exact: true }).waitFor()
}

async function reply(page: Page, title: string, text: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click()
  const form = page.getByRole('form', { name: title })
  await form.getByRole('textbox').fill(text)
  await form.getByRole('button', { name: '提交' }).click()
  await form.waitFor({ state: 'detached' })
}

test('a team verifies, the principal head decides, and the case goes to the police', async () => {
  await lin.openCase(address)
  await lin.act('涉嫌犯罪，报请移送公安机关', { 涉嫌犯罪的事实和理由: '销售金额较大，涉嫌犯罪' })
  const zheng = new DeskHand(await house().signIn('zheng'))
  await zheng.openCase(address)
  await zheng.act('指定专案组', { 专案组人员: ['林一', '周二'], 核实的要求: '核实销售金额' })
  await lin.openCase(address)
  await lin.act('提出移送的书面报告', {
    涉嫌的罪名: '销售伪劣产品罪',
    案情简介: '销售金额六万元，经检验为不合格产品。',
    移送理由: '达到刑事追诉标准，应当移送。',
  })
  const shen = new DeskHand(await house().signIn('shen'))
  await shen.openCase(address)
  await shen.act('批准移送', { 正职负责人意见: '同意移送' })
  await lin.openCase(address)
  await lin.choose('移送公安机关')
  await lin.fillIn({ 受移送的公安机关: '南屏市青石区公安分局', 移送日期: today(), 移送的材料: '检验报告' })
  await lin.page.locator('.form-foot button[type=submit]').click()
  await expect.poll(() => main(lin.page).textContent()).toContain('还没有调查报告')
  await lin.fillIn({ 移送的材料: '案件情况的调查报告\n检验报告' })
  await lin.submit()
})

test('police and procuratorate see the transfer and nothing else of the case, and answer in it', async () => {
  const gongan = await house().signIn('gongan')
  await openTransfer(gongan)
  await expect.poll(() => main(gongan).textContent()).toContain('销售金额六万元')
  await expect.poll(() => main(gongan).textContent()).toContain('涉嫌犯罪案件移送书')
  await reply(gongan, '签收移送书回执', '收到材料二份')
  await reply(gongan, '决定立案', '青公立字〔2026〕1号，今日立案')
  await expect.poll(() => main(gongan).textContent()).toContain('鲁一')
  await gongan.goto(address)
  await expect.poll(() => gongan.locator('body').textContent()).not.toContain(NAME)
  const jiancha = await house().signIn('jiancha', { width: 390, height: 844 })
  await openTransfer(jiancha)
  await reply(jiancha, '提出监督意见', '请及时移交涉案物品')
  await expect.poll(() => main(jiancha).textContent()).toContain('请及时移交涉案物品')
})

test('the officer takes the answer into the case; when nobody is prosecuted the case comes back', async () => {
  await lin.openCase(address)
  await expect.poll(() => lin.page.locator('body').textContent()).toContain('签收移送书回执：收到材料二份')
  await lin.act('公安机关立案', { 公安机关的书面答复: '青公立字〔2026〕1号', 收到书面答复的日期: today() })
  await lin.act('移交物品和材料，办理交接', { 移交的物品和材料: '卷宗一册' })
  await lin.act('不追究刑事责任，退回行政处理', { 刑事处理结果: '人民检察院决定不起诉' })
  await lin.act('恢复行政处理')
  await expect.poll(() => main(lin.page).textContent()).toContain('调查取证')
  expect(house().violations).toEqual([])
})
