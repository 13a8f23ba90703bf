import { expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { officeDay } from '../support/office-day.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { onTheSpot } from '../support/seized-things.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const HANDLERS = ['林一', '周二']
const PHONE = { width: 390, height: 844 }

/** Nothing may have to be pushed aside to be read on a phone. */
const isWithin = (hand: DeskHand) =>
  hand.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** The decision comes out of the printer on the belt; the phone knows its paper from then on. */
async function printStrip({ page }: DeskHand, address: string): Promise<void> {
  const form = page.getByRole('form', { name: '打印《当场行政处罚决定书》' })
  const narrow = form.getByRole('radio', { name: '57 毫米' })
  const toForm = async () => {
    await page.goto(`${address}?show=documents`)
    await page.getByRole('button', { name: /^打印 ?当场行政处罚决定书/ }).click()
    await narrow.waitFor()
  }
  await toForm()
  await narrow.check()
  await form.getByRole('button', { name: /^打印/ }).click()
  const ready = page.getByRole('region', { name: '打印件' })
  await expect.poll(() => ready.textContent()).toContain('1 种文书，1 份，共 1 页')
  const file = await ready.getByRole('link', { name: '打开打印件' }).getAttribute('href')
  expect((await page.request.get(house().desk + file)).status()).toBe(200)
  await toForm()
  await expect.poll(() => narrow.isChecked()).toBe(true)
  await expect.poll(() => form.textContent()).toContain('窄幅打印过 1 份')
}

test('a stall is fined fifty yuan on the spot, on a phone: decided, handed over, paid against a receipt, and closed', async () => {
  const today = officeDay()
  const lin = new DeskHand(await house().signIn('lin', PHONE))
  await lin.page.goto(`${house().desk}/cases/new?procedure=penalty-summary`)
  await lin.page.getByLabel('查找当事人').fill('㛃味小吃店')
  await lin.page.getByRole('button', { name: /^选用.*㛃味/ }).click()
  await lin.page.getByLabel('查找违法行为').fill('明码标价')
  await lin.page
    .getByRole('button', { name: /^选用.*明码标价/ })
    .first()
    .click()
  await lin.page.getByRole('button', { name: /^用“/ }).click()
  await lin.fillIn({ 承办人员: HANDLERS, 发现日期: today, 违法行为发生地: '青石早市' })
  await lin.moving(lin.page.getByRole('button', { name: '登记案件' }))
  await lin.page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  const address = lin.page.url().split('?')[0] ?? ''

  await lin.choose('当场作出处罚决定')
  await lin.fillIn({
    执法人员: HANDLERS,
    已经主动出示执法证件: true,
    行为终了日期: today,
    查明的事实和证据: '当事人摊位上三种商品没有标明价格。',
    已经口头告知拟处罚内容及事实: true,
    罚款: '300',
    '现场检查、勘验': WORDS_ARE_ENOUGH,
  })
  expect(await isWithin(lin)).toBe(true)
  await lin.page.locator('.form-foot button[type=submit]').click()
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('超过当场处罚的上限（公民 200 元）')
  await lin.fillIn({ 罚款: '50' })
  await lin.submit()
  await lin.act('登记送达', {
    送达方式: '直接送达',
    送达日期: today,
    签收人: '欧阳某',
    送达地点: '青石早市',
    送达人: HANDLERS,
  })
  await printStrip(lin, address)
  await lin.openCase(address)
  await lin.act('交付完毕，转入执行')
  await lin.choose('当场收缴罚款')
  await lin.fillIn({
    当场收缴的情形: '罚款一百元以下',
    '本次缴纳的罚没款（含加处罚款）': '50',
    缴款日期: today,
    处罚内容已全部履行: true,
  })
  await lin.page.locator('.form-foot button[type=submit]').click()
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('不出具的，当事人有权拒绝缴纳')
  await lin.fillIn({ 票据号: '票 0001' })
  await lin.submit()
  expect(await isWithin(lin)).toBe(true)
  for (const step of ['报所属机关备案', '罚款交至本机关', '罚款缴付银行']) {
    await lin.openCase(address)
    await lin.act(step)
  }
  await lin.openCase(address)
  await lin.act('报请结案', { 结案说明: '当场收缴，已经交至银行' })
  const zheng = new DeskHand(await house().signIn('zheng'))
  await zheng.agree(address, '报请结案')
  await lin.openCase(address)
  await lin.act('立卷归档', { 保管期限: '10年' })
  const papers = await lin.page.evaluate(
    async (path) => {
      const answer = await fetch(path)
      return ((await answer.json()) as CaseAnswer).documents.map(({ title }) => title)
    },
    `/api/cases/${address.split('/').at(-1)}`,
  )
  expect(papers).toEqual(expect.arrayContaining(['当场行政处罚决定书']))
})

test('goods are seized before any case is filed, the term is lengthened once, and they are lifted by a decision', async () => {
  const road = await PenaltyRoad.open(officeOf(house().desk), {
    procedure: 'measure-case',
    name: '石桥集贸市场转移货物强制措施案',
    violations: [],
  })
  await road.take('lin', 'open-seizure')
  const grounds = { measure: '扣押', reason: '正在转移涉案货物', 'measure-basis': '《食品安全法》第一百一十条第四项' }
  await road.take('lin', 'ask', { case: grounds })
  await road.agree('zheng', 'shen')
  await road.take('lin', 'seize', { case: onTheSpot(road) }, { scenes: { seizure: { follows: true } } })
  const address = `${house().desk}/cases/${road.id}`
  const lin = new DeskHand(await house().signIn('lin'))
  const shen = new DeskHand(await house().signIn('shen'))

  await lin.openCase(address)
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('剩 30 天')
  await lin.act('延长查封、扣押期限', { '情况复杂、需要延长的理由': '需要到外省核实供货来源' })
  await shen.agree(address, '延长查封、扣押期限')
  await lin.openCase(address)
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('剩 60 天')
  const again = (await road.read('lin')).offers.find(({ action }) => action === 'extend')
  expect(again?.refusals.map(({ sentence }) => sentence).join()).toContain('已经延长过一次，不能再延长')
  await lin.choose('解除查封、扣押')
  await lin.fillIn({ 解除的情形: '当事人没有违法行为' })
  for (const name of ['酱油', '面粉']) await lin.page.getByRole('button', { name: `${name}全部` }).click()
  await lin.submit()
  await shen.agree(address, '解除查封、扣押')
  const papers = (await road.read('lin')).documents.map(({ title }) => title)
  expect(papers).toEqual(expect.arrayContaining(['延长查封（扣押）期限决定书', '解除查封（扣押）决定书']))
})

test('in the evening what is to be stamped is printed together on a phone; once more only with a reason, from the case', async () => {
  const road = await PenaltyRoad.open(officeOf(house().desk), { name: '石桥副食店过期食品案' })
  await road.untilDecided()
  const lin = new DeskHand(await house().signIn('lin', PHONE))
  const { page } = lin
  await page.goto(`${house().desk}/prints`)
  await page.getByLabel('查找', { exact: true }).fill('石桥副食店')
  await page.getByLabel('文书种类').selectOption({ label: '要盖章的' })
  const lines = page.getByRole('list', { name: '我的待打印' }).getByRole('listitem')
  await expect.poll(() => lines.allTextContents()).toHaveLength(3)
  await expect.poll(() => lines.filter({ hasText: '正在排版' }).count()).toBe(0)
  for (const title of ['行政处罚告知书', '行政处罚决定书'])
    await page.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check()
  await expect
    .poll(() =>
      page
        .getByLabel('份数')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).toSorted()),
    )
    .toEqual(['2', '3'])
  const button = page.getByRole('button', { name: '打印', exact: true })
  await page.getByRole('radio', { name: '80 毫米' }).check()
  await expect
    .poll(() => page.getByRole('form', { name: '打印选中的文书' }).textContent())
    .toContain('《行政处罚告知书》《行政处罚决定书》不是在现场交付的文书，没有窄幅打印件，请用 A4 打印。')
  await expect.poll(() => button.isDisabled()).toBe(true)
  expect(await isWithin(lin)).toBe(true)
  await page.getByRole('radio', { name: 'A4' }).check()
  expect(await isWithin(lin)).toBe(true)
  await button.click()
  const ready = page.getByRole('region', { name: '打印件' })
  await expect.poll(() => ready.textContent()).toContain('2 种文书，5 份')
  const file = await ready.getByRole('link', { name: '打开打印件' }).getAttribute('href')
  const pdf = await page.request.get(house().desk + file)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await expect.poll(() => lines.allTextContents()).toHaveLength(1)

  await page.goto(`${house().desk}/cases/${road.id}?show=documents`)
  await page.getByRole('button', { name: /^打印 ?行政处罚决定书/ }).click()
  const form = page.getByRole('form', { name: '打印《行政处罚决定书》' })
  await expect.poll(() => form.textContent()).toContain('打印过 3 份，最近是林一')
  await form.getByRole('button', { name: /^补印/ }).click()
  await expect.poll(() => form.getByRole('alert').textContent()).toContain('再打印请写明理由')
  await form.getByLabel('补印的理由').fill('当事人遗失')
  await form.getByRole('button', { name: /^补印/ }).click()
  await ready.waitFor()
  expect(await isWithin(lin)).toBe(true)
  expect(house().violations).toEqual([])
})
