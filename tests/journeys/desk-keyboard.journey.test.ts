import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#server/features/demo/seed-demo.ts'
import { CaseRoad } from '../support/case-road.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { APPLICATION } from '../support/licence-steps.ts'
import { officeDay } from '../support/office-day.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
let road: PenaltyRoad
beforeAll(async () => {
  road = await PenaltyRoad.open(officeOf(house().desk), { name: '甲乙商店经营超过保质期食品案' })
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

test('a case is found, filled in and submitted without a mouse', async () => {
  const context = await house().browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(house().desk)
  await page.getByLabel('用户名').waitFor()
  await page.keyboard.type('lin')
  await page.keyboard.press('Tab')
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('[data-row]').first().waitFor()

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.keyboard.type('甲乙商店')
  await expect.poll(() => page.locator('[data-row]').count()).toBe(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).toContain('甲乙商店')
  await page.keyboard.press('Enter')
  await page.getByRole('main', { name: '案件', exact: true }).waitFor()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('报请立案')
  await expect.poll(() => page.getByRole('option', { selected: true }).textContent()).toContain('报请立案')
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: '报请立案' }).waitFor()
  await page.keyboard.press('e')
  await page.keyboard.press('Space')
  await reach(page, 'textarea')
  await page.keyboard.type('涉嫌违反《食品安全法》')
  await reach(page, '.date-picker input')
  await page.keyboard.type(officeDay())
  await page.keyboard.press('Enter')
  await reach(page, 'button[type=submit]')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '审批：报请立案' }).waitFor()
  const [proposal] = (await road.state('lin')).runs[0]?.proposals ?? []
  expect(proposal?.facts.case).toMatchObject({ 'filing-reason': '涉嫌违反《食品安全法》', 'in-jurisdiction': true })
  expect(Object.values(proposal?.facts.violation ?? {})).toEqual([{ 'act-ended-on': officeDay() }])
  // Whoever works by keyboard goes on from here, not from the top of the page.
  const place = () => page.evaluate(() => document.activeElement?.closest('main')?.getAttribute('aria-label'))
  await expect.poll(place).toBe('案件')
  await context.close()
})

test('beside a form the copy of every party of every paper is a few arrows away', async () => {
  const { id, applicants } = await ofTwo()
  const hand = new DeskHand(await house().signIn('chuang'))
  await hand.openCase(`${house().desk}/cases/${id}`)
  await hand.choose('当场准予许可')
  const preview = hand.page.getByRole('region', { name: '文书预览' })
  const tabs = (name: string) => preview.getByRole('tablist', { name }).getByRole('tab')
  await expect.poll(() => tabs('给哪一个当事人的').allTextContents()).toEqual(applicants)
  await tabs('预览哪一份文书').first().focus()
  await hand.page.keyboard.press('ArrowRight')
  await expect.poll(() => focused(hand.page)).toBe('准予行政许可决定书')
  await hand.page.keyboard.press('Tab')
  await expect.poll(() => focused(hand.page)).toBe(applicants[0])
  await hand.page.keyboard.press('End')
  const shown = () => preview.locator('iframe[data-ready="true"]').first().getAttribute('title')
  await expect.poll(shown).toBe(`准予行政许可决定书，${applicants[1]}预览`)
})

/** A licence that two have applied for. */
async function ofTwo(): Promise<{ id: string; applicants: readonly string[] }> {
  const office = officeOf(house().desk)
  const lin = await office.as('lin')
  const found = await lin.get(`/api/parties?q=${encodeURIComponent('青石')}`)
  const applicants = found.json<{ parties: { id: string; name: string }[] }>().parties.slice(0, 2)
  const made = new CaseRoad(office)
  await made.open('chuang', {
    procedure: 'licence',
    name: '甲店、乙店申请食品经营许可',
    parties: applicants.map(({ id }) => id),
    handlers: road.handlers,
    facts: { case: APPLICATION.case },
  })
  return { id: made.id, applicants: applicants.map(({ name }) => name) }
}

/** Tabs until something of this kind has the focus, as a person does. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no ${selector} within 40 steps of the Tab key`)
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

test('every page is free of barriers that can be checked, on a desk and on a telephone', async () => {
  const { id, review } = await reviewed()
  for (const [login, paths] of Object.entries({
    '': ['/'],
    lin: [
      '/?tab=all',
      '/cases/new',
      `/cases/${id}?act=main.notify-again`,
      `/cases/${id}?show=evidence`,
      `/parties/${road.party}`,
    ],
    wu: ['/reviews', `/reviews/${id}/${review}`],
    zheng: [`/cases/${road.id}`],
  })) {
    const page = await sighted(login)
    for (const path of paths) {
      await page.goto(house().desk + path)
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport)
        await page.locator('main:visible, [data-row]:visible').first().waitFor()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude('iframe').analyze()
        const found = violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html).slice(0, 3)])
        expect.soft([path, viewport.width, found, await overflow(page)]).toEqual([path, viewport.width, [], 0])
      }
    }
    await page.context().close()
  }
})

/** A case that waits for its legal review. */
async function reviewed(): Promise<{ id: string; review: string | undefined }> {
  const made = await PenaltyRoad.open(officeOf(house().desk), { name: '丙丁商店经营超过保质期食品案' })
  await made.file()
  await made.investigate()
  await made.notify()
  await made.draft()
  await made.take('lin', 'submit-review')
  const { runs } = await made.state('lin')
  return { id: made.id, review: runs.find(({ procedure }) => procedure === 'legal-review')?.id }
}

/** A page of somebody that axe may run its script in, which the policy of the pages forbids. */
async function sighted(login: string): Promise<Page> {
  if (login === '') return (await house().browser.newContext({ bypassCSP: true })).newPage()
  const signed = (await house().signIn(login)).context()
  const storageState = await signed.storageState()
  await signed.close()
  return (await house().browser.newContext({ bypassCSP: true, storageState, locale: 'zh-CN' })).newPage()
}

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test('nothing of this broke the policy of the page', async () => {
  const hand = new DeskHand(await house().signIn('lin'))
  await hand.openCase(`${house().desk}/cases/${road.id}`)
  expect(house().violations).toEqual([])
})
