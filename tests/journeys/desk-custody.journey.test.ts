import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'
import { STEPS_ON_SCREEN } from '../support/steps-done.ts'

const house = sharedHouse()
let road: PenaltyRoad
let lin: DeskHand
let zhou: DeskHand
let ku: DeskHand
let address: string
beforeAll(async () => {
  road = await PenaltyRoad.open(officeOf(house().desk), { name: '丙丁商店经营超过保质期食品案' })
  await road.file()
  await road.take('lin', 'open-seizure')
  const grounds = {
    measure: '扣押',
    reason: '涉嫌经营超过保质期的食品',
    'measure-basis': '《食品安全法》第一百一十条第四项',
  }
  await road.take('lin', 'ask', { case: grounds })
  await road.agree('zheng', 'shen')
  address = `${house().desk}/cases/${road.id}`
  lin = new DeskHand(await house().signIn('lin'))
  zhou = new DeskHand(await house().signIn('zhou'))
  ku = new DeskHand(await house().signIn('ku'))
})

const minutesAgo = (minutes: number) =>
  new Date(Date.now() + (8 * 60 - minutes) * 60_000).toISOString().slice(0, 16).replace('T', ' ')
const thing = (page: Page, name: string) => page.getByRole('article', { name })

/** Agreements that the journey is not about. */
async function agree(...logins: readonly string[]): Promise<void> {
  road.version = (await road.read('lin')).version
  await road.agree(...logins)
}

async function confirm(hand: DeskHand, title: string): Promise<void> {
  await hand.openCase(address)
  const panel = hand.page.getByRole('region', { name: `审批：${title}` })
  await hand.moving(panel.getByRole('button', { name: '确认', exact: true }))
}

async function typeThing(page: Page, number: number, cells: Readonly<Record<string, string>>): Promise<void> {
  const row = page.getByRole('group', { name: `第 ${number} 件` })
  for (const [title, text] of Object.entries(cells)) await row.getByLabel(title, { exact: true }).fill(text)
}

test('two things are listed by keyboard while they are seized, and stand in the case with their term', async () => {
  await lin.openCase(address)
  await lin.choose('当场查封、扣押')
  await lin.fillIn({
    实施人员: ['林一', '周二'],
    ...STEPS_ON_SCREEN,
    当事人的陈述和申辩: '当事人没有陈述、申辩',
    开始时间: minutesAgo(2),
    结束时间: minutesAgo(1),
    实施地点: '青石区某路 1 号',
    现场情况: '货架上有酱油 6 瓶、面粉 12.5 千克。',
    现场笔录和清单的签名: '当事人和执法人员已签名',
  })
  const { page } = lin
  await typeThing(page, 1, { 名称: '酱油', 规格型号: '500ml/瓶', 数量: '6', 单位: '瓶', 封条编号: 'F-001' })
  await page.getByRole('group', { name: '第 1 件' }).getByLabel('封条编号', { exact: true }).press('Alt+Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toContain('-1-name')
  await page.keyboard.type('面粉')
  await typeThing(page, 2, { 数量: '12.5', 单位: '千克' })
  await lin.submit()
  await page.getByRole('link', { name: '涉案物品 2' }).click()
  await expect.poll(() => thing(page, '面粉').textContent()).toContain('执法人员保管 12.5千克')
  await expect.poll(() => page.getByRole('main').textContent()).toContain('剩 30 天')
})

test('one is released and given back, which the second officer confirms under their own login', async () => {
  await lin.openCase(address)
  await lin.choose('解除查封、扣押')
  await lin.fillIn({ 解除的情形: '查封、扣押的场所、设施或者财物与违法行为无关' })
  await lin.page.getByLabel('面粉的数量').fill('12.6')
  await lin.page.locator('.form-foot button[type=submit]').click()
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('只有12.5千克，不能填12.6千克')
  await lin.page.getByRole('button', { name: '面粉全部' }).click()
  await lin.submit()
  await agree('shen')
  await lin.openCase(address)
  await lin.choose('返还当事人')
  await lin.page.getByRole('button', { name: '面粉全部' }).click()
  await lin.fillIn({ '领取人、接收人': '赵某', 地点: '本局', 交接时的状态: '物品和封条完好' })
  await lin.fillIn({ '解除查封、扣押，退还财物': '没有现场活动，书面办理' })
  await lin.submit()
  await confirm(zhou, '返还当事人')
  await zhou.page.goto(`${address}?show=things`)
  await expect.poll(() => thing(zhou.page, '面粉').textContent()).toContain('已经离开 12.5千克')
  await expect.poll(() => thing(zhou.page, '面粉').textContent()).toContain('林一 交 赵某')
})

test('the other is kept in the store and destroyed by two before a witness, each by a paper', async () => {
  await lin.openCase(address)
  await lin.choose('移交入库')
  await lin.page.getByRole('button', { name: '酱油全部' }).click()
  await lin.fillIn({ '库房、货位': '一号库三架', 交接时的状态: '物品和封条完好' })
  await lin.submit()
  await confirm(ku, '移交入库')
  await ku.page.getByRole('link', { name: '物品', exact: true }).click()
  const row = ku.page.getByRole('link', { name: /^酱油/ })
  await expect.poll(() => row.textContent()).toContain('在库 6瓶')

  await lin.openCase(address)
  await lin.choose('作出处理决定')
  await lin.page.getByLabel('酱油的处理').selectOption('销毁')
  await lin.page.getByRole('button', { name: '酱油全部' }).click()
  await lin.fillIn({ 理由和依据: '超过保质期，依法应当销毁' })
  await lin.submit()
  await agree('zheng', 'shen')
  await ku.openCase(address)
  await ku.choose('销毁')
  await ku.page.getByRole('button', { name: '酱油全部' }).click()
  await ku.fillIn({ 销毁方式: '倾倒', 地点: '处理场', 见证人: '社区工作人员 孙某' })
  await ku.fillIn({ '没收物品处置、销毁': '没有现场活动，书面办理' })
  await ku.submit()
  await confirm(lin, '销毁')
  await lin.page.goto(`${address}?show=things`)
  await expect.poll(() => thing(lin.page, '酱油').textContent()).toContain('《涉案物品销毁记录》')
  await ku.page.goto(`${house().desk}/custody`)
  await ku.page.getByLabel('查找物品').fill('酱油')
  await expect.poll(() => ku.page.getByRole('main').textContent()).toContain('没有找到')
  expect(house().violations).toEqual([])
})
