import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { AccessRoad } from '../support/access-road.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const REASON = '办理同一当事人的另一案件，需要核对证据'
const house = sharedHouse()
let road: PenaltyRoad
let address: string

beforeAll(async () => {
  road = await PenaltyRoad.open(officeOf(house().desk))
  await road.file()
  address = `${house().desk}/cases/${road.id}`
})

const signIn = async (login: string): Promise<DeskHand> => new DeskHand(await house().signIn(login))
const room = (page: Page) => page.getByRole('main', { name: '调阅', exact: true })

/** Presses a button of the room and waits for what is said. */
async function press(page: Page, name: string, then: RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click()
  await page.getByText(then).first().waitFor()
}

async function openWaiting(page: Page, tab: string): Promise<void> {
  await page.getByRole('link', { name: '调阅', exact: true }).click()
  await room(page).getByRole('link', { name: tab, exact: true }).click()
  await room(page)
    .getByRole('link', { name: /某餐饮公司/ })
    .first()
    .click()
  await page.getByRole('main', { name: '调阅申请' }).waitFor()
}

test('an officer of another unit asks, their head endorses, the agency head grants, the officer reads with the own name across', async () => {
  const zhuo = await signIn('zhuo')
  await zhuo.page.goto(address)
  const refusal = zhuo.page.getByRole('alert')
  await refusal.waitFor()
  await expect.poll(() => refusal.textContent()).toContain('您没有参与')
  await refusal.getByRole('link', { name: '申请调阅' }).click()
  await zhuo.page.getByRole('form', { name: '申请调阅' }).waitFor()
  await zhuo.fillIn({ 期限: '3', 事由: REASON })
  await press(zhuo.page, '提交申请', /正等机构负责人签署/)

  const bao = await signIn('bao')
  await openWaiting(bao.page, '待我签署')
  await expect.poll(() => bao.page.getByRole('main').textContent()).toContain(REASON)
  await press(bao.page, '签署同意', /机构负责人签署同意/)

  const shen = await signIn('shen')
  await openWaiting(shen.page, '待我批准')
  await shen.fillIn({ 期限: '2' })
  await press(shen.page, '批准', /机关负责人批准/)

  await zhuo.page.reload()
  await zhuo.page.getByRole('link', { name: '查看案件' }).click()
  await zhuo.page.getByText('凭调阅批准查看').waitFor()
  const main = zhuo.page.getByRole('main', { name: '案件', exact: true })
  await expect.poll(() => main.textContent()).toContain('某餐饮公司经营超过保质期食品案')
  await expect.poll(() => zhuo.page.locator('.name-across').textContent()).toContain('调阅 卓一')
  await expect.poll(() => zhuo.page.getByRole('region', { name: '现在可以' }).count()).toBe(0)

  await openWaiting(shen.page, '有效的')
  await shen.page.getByRole('button', { name: '撤销批准', exact: true }).first().click()
  await shen.fillIn({ 理由: '所办案件已经办结，不再需要' })
  await press(shen.page, '撤销批准', /已撤销/)
  await zhuo.page.reload()
  await expect.poll(() => zhuo.page.getByRole('alert').textContent()).toContain('请申请调阅')
})

test('the archivist registers a letter, hands out a disc after the grant and takes it back after looking at it', async () => {
  const wei = await signIn('wei')
  await wei.page.goto(`${house().desk}/access/external`)
  await wei.page.getByLabel('调阅哪件案件').fill('某餐饮公司')
  await wei.page.getByRole('list', { name: '找到的案件' }).getByRole('button').first().click()
  await wei.page.getByRole('form', { name: '登记外部调阅' }).waitFor()
  await wei.fillIn({
    调阅单位: '青石区人民检察院（虚构）',
    调阅函文号: '青检调〔2026〕1号',
    调阅函日期: '2026-01-05',
    持函人姓名: '甘十二',
    证件种类: '护照',
    证件号码: 'E00000012',
    用途: '查看并带走副本',
    事由: '审查起诉需要调取现场录像',
  })
  await press(wei.page, '登记并报批', /请当面查验持函人的证件原件/)
  await wei.page.getByRole('checkbox', { name: /已经当面查验/ }).check()
  await press(wei.page, '登记并报批', /正等机关负责人批准/)
  await expect.poll(() => wei.page.getByRole('main').textContent()).toMatch(/E00\*+12/)
  await expect.poll(() => wei.page.getByRole('main').textContent()).not.toContain('E00000012')

  const access = new AccessRoad(officeOf(house().desk), road.id)
  const id = wei.page.url().split('/').at(-1) ?? ''
  const shen = await access.desk.as('shen')
  access.detail = (await shen.get(`/api/access-requests/${id}`)).json()
  expect((await access.step('shen', 'grant', { days: 5, purposes: ['view', 'copy'] })).statusCode).toBe(200)

  await wei.page.reload()
  await wei.page.getByRole('form', { name: '借出登记' }).waitFor()
  await wei.fillIn({ 借出的是什么: '现场录像光盘' }, wei.page.getByRole('form', { name: '借出登记' }))
  await press(wei.page, '登记借出', /还有 \d 日/)
  await wei.page.getByRole('button', { name: /检查归还/ }).click()
  const back = wei.page.getByRole('form', { name: /检查归还/ })
  await wei.fillIn({ 检查结果: '有损' }, back)
  await press(wei.page, '登记归还', /检查有损的，请写明/)
  await wei.fillIn({ 检查说明: '光盘表面划伤，已重新刻制' }, back)
  await press(wei.page, '登记归还', /检查有损/)
  await wei.page.goto(`${house().desk}/access?tab=loans`)
  await wei.page.getByRole('button', { name: '已归还的' }).click()
  await expect.poll(() => wei.page.getByRole('list', { name: '已归还的' }).textContent()).toContain('光盘表面划伤')
})

test('the head reads the trail of the case and takes it along as a paper that can be checked', async () => {
  const shen = await signIn('shen')
  await shen.page.goto(address)
  await shen.page.getByRole('link', { name: '操作记录' }).click()
  const table = shen.page.getByRole('table')
  await expect.poll(() => table.textContent()).toContain('申请调阅')
  await expect.poll(() => table.textContent()).toContain('凭调阅批准')
  await shen.page.getByRole('button', { name: '制作 PDF' }).click()
  const link = shen.page.getByRole('link', { name: /下载 PDF/ })
  await link.waitFor({ timeout: 30_000 })
  const [download] = await Promise.all([shen.page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/^操作记录-.*\.pdf$/)
})

test('everybody finds the own trail', async () => {
  const lin = await signIn('lin')
  await lin.page.getByRole('button', { name: /林一/ }).click()
  await lin.page.getByRole('link', { name: '我的操作记录' }).click()
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('您自己的操作')
  await expect.poll(() => lin.page.getByRole('table').textContent()).toContain('登录')
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))
