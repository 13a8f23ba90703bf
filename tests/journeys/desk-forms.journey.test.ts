import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { officeDay } from '../support/office-day.ts'
import { pdfText } from '../support/pdf-text.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
let lin: DeskHand
let zhou: DeskHand
beforeAll(async () => {
  lin = new DeskHand(await house().signIn('lin'))
  zhou = new DeskHand(await house().signIn('zhou'))
})

async function openedCase(): Promise<{ road: PenaltyRoad; address: string }> {
  const road = await PenaltyRoad.open(officeOf(house().desk))
  return { road, address: `${house().desk}/cases/${road.id}` }
}
const reason = (page: Page) => page.getByLabel('立案理由', { exact: true })
const saved = (page: Page) =>
  page
    .locator('.save-line')
    .filter({ hasText: /^已保存/ })
    .waitFor()
type Papers = { papers?: Map<string, Blob> }
/** The page keeps what it shows in frames, so that it can be read again by its address. */
const keepPapers = (page: Page) =>
  page.addInitScript(() => {
    const papers = new Map<string, Blob>()
    ;(globalThis as Papers).papers = papers
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (object) => {
      const address = make(object)
      if (object instanceof Blob) papers.set(address, object)
      return address
    }
  })
/** The PDF that stands beside the form at this moment. */
const shownPaper = async (page: Page) =>
  Buffer.from(
    await page.evaluate(async () => {
      const frame = document.querySelector<HTMLIFrameElement>('.preview iframe[data-ready=true]')
      const paper = (globalThis as Papers).papers?.get(frame?.src.split('#')[0] ?? '')
      return paper ? [...new Uint8Array(await paper.arrayBuffer())] : []
    }),
  )
async function printed(page: Page): Promise<string> {
  const paper = await shownPaper(page)
  return paper.length === 0 ? '' : pdfText(paper)
}
const summary = (page: Page) => page.getByRole('alert').filter({ hasText: '还不能提交' })

test('what was typed and not submitted is there again after the tab was closed at once', async () => {
  const { address } = await openedCase()
  await lin.openCase(address)
  await lin.choose('报请立案')
  await reason(lin.page).fill('检查时当场发现，涉嫌违反')
  await saved(lin.page)
  await reason(lin.page).pressSequentially('食品安全法')
  const context = lin.page.context()
  await lin.page.close({ runBeforeUnload: true })
  lin = new DeskHand(await context.newPage())
  await lin.openCase(address)
  await lin.choose('报请立案')
  await expect.poll(() => reason(lin.page).inputValue()).toBe('检查时当场发现，涉嫌违反食品安全法')
  await expect.poll(() => lin.page.getByRole('form').first().textContent()).toMatch(/已恢复 .*的草稿（林一）/)
})

test('the paper beside the form is drawn anew with what is typed', async () => {
  const { address } = await openedCase()
  await keepPapers(lin.page)
  await lin.openCase(address)
  await lin.choose('报请立案')
  await lin.page.getByRole('region', { name: '文书预览' }).locator('iframe[data-ready=true]').waitFor()
  for (const words of ['货架最下层有六瓶过期酱油', '货架最下层有七瓶过期酱油']) {
    expect(await printed(lin.page)).not.toContain(words)
    await reason(lin.page).fill(words)
    await expect.poll(() => printed(lin.page)).toContain(words)
  }
})

test('two who fill in one form choose field by field, and nothing of either is lost', async () => {
  const { road, address } = await openedCase()
  for (const hand of [lin, zhou]) {
    await hand.openCase(address)
    await hand.choose('报请立案')
  }
  await lin.fillIn({ 立案理由: '林一写的理由', '发生在本机关管辖范围，或者有指定管辖': true })
  await saved(lin.page)
  await zhou.fillIn({ 立案理由: '周二写的理由', 行为终了日期: officeDay() })
  const panel = zhou.page.getByRole('alert', { name: '两份草稿不同' })
  await panel.waitFor()
  const both = panel.getByRole('group', { name: '立案理由' })
  await expect.poll(() => both.textContent()).toContain('周二写的理由')
  await expect.poll(() => both.textContent()).toContain('林一写的理由')
  await expect.poll(() => panel.getByRole('button').textContent()).toBe('还有 1 项没有选定')
  await both.getByRole('radio', { name: /对方保存的/ }).check()
  await panel.getByRole('button', { name: '按选定的保存' }).click()
  await saved(zhou.page)
  await zhou.submit()
  const [proposal] = (await road.state('zhou')).runs[0]?.proposals ?? []
  expect(proposal?.facts.case).toMatchObject({ 'filing-reason': '林一写的理由', 'in-jurisdiction': true })
  expect(Object.values(proposal?.facts.violation ?? {})).toEqual([{ 'act-ended-on': officeDay() }])
})

test('a form that was open while the case moved on keeps what was typed', async () => {
  const { road, address } = await openedCase()
  await road.file()
  await lin.openCase(address)
  await lin.choose('制作现场笔录')
  await lin.fillIn({ 现场情况: '货架上有六瓶超过保质期的调味品' })
  await road.take('zhou', 'add-evidence', {}, { evidence: [{ kind: '书证', title: '进货台账', source: '' }] })
  await lin.page.locator('.form-foot button[type=submit]').click()
  await summary(lin.page).waitFor()
  await expect.poll(() => summary(lin.page).textContent()).toContain('这件案件有了新的进展')
  await expect.poll(() => lin.page.getByLabel('现场情况').inputValue()).toBe('货架上有六瓶超过保质期的调味品')
  await lin.page.locator('.form-foot button[type=submit]').click()
  await expect.poll(() => summary(lin.page).textContent()).not.toContain('这件案件有了新的进展')
})

test('a form whose act another has taken meanwhile stays, with its words and a sentence', async () => {
  const { road, address } = await openedCase()
  await lin.openCase(address)
  await lin.choose('报请立案')
  await lin.fillIn({ 立案理由: '我写到一半的理由', '发生在本机关管辖范围，或者有指定管辖': true })
  await saved(lin.page)
  const facts = { case: { 'in-jurisdiction': true, 'filing-reason': '周二先报了' } }
  await road.take('zhou', 'file', { ...facts, violation: { [road.violation]: { 'act-ended-on': officeDay() } } })
  await lin.page.locator('.form-foot button[type=submit]').click()
  await lin.page.getByRole('region', { name: '审批：报请立案' }).waitFor()
  await expect.poll(() => reason(lin.page).inputValue()).toBe('我写到一半的理由')
  await expect
    .poll(() => lin.page.getByRole('form', { name: '报请立案' }).textContent())
    .toContain('这一步现在不能办了')
})

test('a stranger of another agency gets a sentence and no case', async () => {
  const { address } = await openedCase()
  const zhu = await house().signIn('zhu')
  await zhu.goto(address)
  const said = zhu.getByRole('alert').filter({ hasText: '这件案件没有打开' })
  await said.waitFor()
  await expect.poll(() => said.textContent()).toMatch(/案件.*。/)
  await expect.poll(() => zhu.locator('body').textContent()).not.toContain('经营超过保质期')
  await zhu.goto(address.replace(/[0-9a-f-]{36}$/, 'not-a-case'))
  await zhu.getByRole('alert').filter({ hasText: '这件案件没有打开' }).waitFor()
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))
