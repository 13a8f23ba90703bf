import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { officeDay } from '../support/office-day.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const TITLE = '报请立案'
const house = sharedHouse()
let lin: DeskHand
let zheng: DeskHand
let address: string
let road: PenaltyRoad
beforeAll(async () => {
  lin = new DeskHand(await house().signIn('lin'))
  zheng = new DeskHand(await house().signIn('zheng'))
  road = await PenaltyRoad.open(officeOf(house().desk), { name: '甲乙商店经营超过保质期食品案' })
  address = `${house().desk}/cases/${road.id}`
})

const panel = (page: Page) => page.getByRole('region', { name: `审批：${TITLE}` })
const press = (hand: DeskHand, name: string) => hand.moving(panel(hand.page).getByRole('button', { name, exact: true }))
const answer = (hand: DeskHand, name: string) => panel(hand.page).getByRole('button', { name, exact: true }).click()
async function story(hand: DeskHand): Promise<string> {
  await hand.page.goto(`${address}?show=timeline`)
  const list = hand.page.getByRole('main').getByRole('list', { name: '经过' })
  await list.waitFor()
  return (await list.textContent()) ?? ''
}

test('a filing that is returned with its reason comes back to the handler, who mends and proposes it again', async () => {
  await lin.openCase(address)
  await lin.act(TITLE, {
    '发生在本机关管辖范围，或者有指定管辖': true,
    行为终了日期: officeDay(),
    立案理由: '涉嫌违法',
  })
  await zheng.openCase(address)
  await answer(zheng, '退回')
  await answer(zheng, '退回承办人员')
  const wanting = panel(zheng.page).getByRole('alert')
  await expect.poll(() => wanting.textContent()).toContain('请写明退回理由')
  await zheng.fillIn({ 退回理由: '立案理由要写明涉嫌违反哪一条' })
  await press(zheng, '退回承办人员')

  await lin.page.goto(house().desk)
  await lin.page.getByRole('link', { name: /^被退回/ }).click()
  await lin.page.getByRole('link', { name: /^甲乙商店/ }).click()
  await lin.page.getByRole('form', { name: TITLE }).waitFor()
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('立案理由要写明涉嫌违反哪一条')
  await expect.poll(() => lin.page.getByLabel('立案理由').inputValue()).toBe('涉嫌违法')
  await lin.fillIn({ 立案理由: '涉嫌违反《食品安全法》第三十四条第十项' })
  await lin.submit()
  await zheng.openCase(address)
  await expect.poll(() => panel(zheng.page).textContent()).toContain('第三十四条第十项')
})

test('a proposal is taken back, made again, recalled to mind and handed over to another head, who alone agrees', async () => {
  await lin.openCase(address)
  await press(lin, '撤回报批')
  await lin.choose(TITLE)
  await expect.poll(() => lin.page.getByLabel('立案理由').inputValue()).toBe('涉嫌违反《食品安全法》第三十四条第十项')
  await lin.submit()
  await press(lin, '催办')

  await zheng.openCase(address)
  await answer(zheng, '转交')
  const choices = panel(zheng.page).getByLabel('转交给').locator('option')
  await expect.poll(() => choices.allTextContents()).toEqual(['请选择', '孙九'])
  await zheng.fillIn({ 转交给: '孙九', 转交理由: '外出学习' })
  await press(zheng, '转交')
  await expect.poll(() => panel(zheng.page).textContent()).toContain('已转交孙九')
  await expect.poll(() => panel(zheng.page).getByRole('button', { name: '同意', exact: true }).count()).toBe(0)

  const sun = new DeskHand(await house().signIn('sun'))
  await sun.agree(address, TITLE)
  const told = await story(lin)
  for (const words of ['退回', '立案理由要写明涉嫌违反哪一条', '撤回', '催办', '转交', '外出学习', '孙九'])
    expect(told).toContain(words)
})

test('a proposal is sent to the head of another unit, who objects, and is agreed to only then', async () => {
  const shared = await PenaltyRoad.open(officeOf(house().desk), { name: '戊己商店经营超过保质期食品案' })
  await shared.proposeFiling()
  const there = `${house().desk}/cases/${shared.id}`
  await lin.openCase(there)
  await answer(lin, '送会签')
  await lin.fillIn({ 会签人: ['包二', '沈一'], 请会签的事项: '二中队是否已在查' })
  await press(lin, '送会签')
  await panel(lin.page)
    .getByRole('button', { name: /^收回\s?送沈一/ })
    .click()
  await lin.fillIn({ 为什么不等沈一会签: '出差' })
  await press(lin, '收回会签')

  await zheng.openCase(there)
  const agree = panel(zheng.page).getByRole('button', { name: '同意', exact: true })
  await expect.poll(() => agree.isDisabled()).toBe(true)
  await expect.poll(() => panel(zheng.page).textContent()).toContain('还在等包二会签，答复以后再审批')

  const bao = new DeskHand(await house().signIn('bao'))
  const asked = bao.page.getByRole('link', { name: /^戊己商店/ })
  await expect.poll(() => asked.textContent()).toContain('会签')
  await asked.click()
  await expect.poll(() => panel(bao.page).textContent()).toContain('请您会签的事项：二中队是否已在查')
  await bao.fillIn({ 您的意见: '有不同意见', 会签意见: '二中队已经立案，建议并案' })
  await press(bao, '提交会签意见')

  await zheng.openCase(there)
  const heard = panel(zheng.page).getByRole('region', { name: '会签' })
  await expect.poll(() => heard.textContent()).toContain('执法二中队负责人包二有不同意见：二中队已经立案，建议并案')
  await expect.poll(() => heard.textContent()).toContain('已收回：出差')
  await press(zheng, '同意')
})

/** As a tap does it: the field is left and the button pressed before the next frame is drawn. */
const leaveAndClick = (button: Locator) =>
  button.evaluate(async (element: HTMLElement) => {
    element.focus()
    await null
    element.click()
  })

test('a heavy fine opens the hearing: requested, called with a host, and not held before its day', async () => {
  const heavy = await PenaltyRoad.open(officeOf(house().desk), { name: '丙丁商店经营超过保质期食品案' })
  address = `${house().desk}/cases/${heavy.id}`
  await heavy.file()
  await heavy.investigate()
  await lin.openCase(address)
  await lin.act('发出告知书', { 拟罚款: '100000' })
  await zheng.agree(address, '发出告知书')
  const shen = new DeskHand(await house().signIn('shen'))
  await shen.openCase(address)
  await shen.agree(address, '发出告知书')
  await heavy.read('lin').then(({ version }) => Object.assign(heavy, { version }))
  await heavy.deliver()

  await lin.openCase(address)
  await lin.act('受理听证申请，组织听证', {
    提出听证申请的日期: officeDay(),
    听证申请的内容: '当事人书面要求听证',
  })
  await lin.choose('发出听证通知书')
  await lin.fillIn({
    听证主持人: ['林一'],
    听证日期: officeDay(),
    听证时间: '上午九时三十分',
    听证地点: '本局会议室',
    公开举行: true,
  })
  await lin.page.locator('.form-foot button[type=submit]').click()
  const wrong = lin.page.getByRole('alert').filter({ hasText: '还不能提交' })
  await wrong.waitFor()
  await expect.poll(() => wrong.textContent()).toContain('工作日前通知')
  await lin.page
    .getByRole('group', { name: /^听证主持人/ })
    .getByRole('checkbox', { name: /^林一/ })
    .uncheck()
  await lin.fillIn({ 听证主持人: ['陈八'] })
  const called = lin.page.waitForResponse((answer) => answer.url().includes('/actions/'))
  await lin.page.getByLabel('听证日期').fill(inThirtyDays())
  await leaveAndClick(lin.page.locator('.form-foot button[type=submit]'))
  const answer = await called
  expect([answer.status(), answer.status() === 200 ? '' : await answer.text()]).toEqual([200, ''])
  await shen.agree(address, '发出听证通知书')
  await heavy.read('lin').then(({ version }) => Object.assign(heavy, { version }))
  await heavy.deliver()

  const chen = new DeskHand(await house().signIn('chen'))
  await chen.openCase(address)
  const closed = chen.page.getByRole('region', { name: '还不能' }).getByRole('listitem').filter({ hasText: '记录听证' })
  await expect
    .poll(() => closed.textContent())
    .toContain(`听证定在 ${inThirtyDays()}，还没有到（《行政处罚法》第六十四条）`)
  await expect.poll(() => chen.page.getByRole('region', { name: '现在可以' }).textContent()).not.toContain('记录听证')
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))

function inThirtyDays(): string {
  return new Date(Date.now() + (30 * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
}
