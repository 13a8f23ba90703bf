import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath } from '../support/journey.ts'
import { withPortal } from '../support/public-portal.ts'
import { PUBLISHED } from '../support/published-rows.ts'

let browser: Browser
let address: string
const done = Promise.withResolvers<void>()
let closed: Promise<void>

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] })
  const ready = Promise.withResolvers<string>()
  closed = withPortal(async (where) => {
    ready.resolve(where)
    await done.promise
  })
  closed.catch(ready.reject)
  address = await ready.promise
})
afterAll(async () => {
  await browser.close()
  done.resolve()
  await closed
})

const PATHS = [
  '/',
  '/decisions',
  `/decisions/${PUBLISHED[0]?.id}`,
  `/decisions/${PUBLISHED[3]?.id}`,
  `/decisions/${PUBLISHED[4]?.id}`,
  '/search?q=食品',
  '/search?q=没有的',
  '/agencies',
  '/procedures',
  '/procedures/penalty-ordinary',
  '/nothing-here',
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.each([
  [375, 'dark', true],
  [1440, 'light', false],
] as const)('at %i px, %s, large letters: %s', (width, colorScheme, isLarge) => {
  it('every page is free of barriers that can be checked, and nothing runs over its edge', async () => {
    // axe needs to run a script of its own, which the policy of the pages forbids.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    if (isLarge) await context.addCookies([{ name: 'size', value: 'large', url: address }])
    const page = await context.newPage()
    for (const path of PATHS) {
      await page.goto(address + path)
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([])
      expect([path, await overflow(page)]).toEqual([path, 0])
    }
    await context.close()
  })
})

describe('a reader without JavaScript', () => {
  it('searches, opens a decision, makes the letters larger and comes back, all by keyboard', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    const page = await context.newPage()
    const broken: string[] = []
    page.on('console', (message) => broken.push(message.text()))
    await page.goto(address)
    await page.keyboard.press('Tab')
    await expectFocused(page, '跳到正文')
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('食品')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: PUBLISHED[0]?.title ?? '' }).press('Enter')
    await page.getByRole('heading', { name: '不服怎么办' }).waitFor()
    const here = page.url()
    await page.getByRole('link', { name: '大字版' }).press('Enter')
    await page.getByRole('link', { name: '标准字号' }).waitFor()
    expect(page.url()).toBe(here)
    await page.getByRole('link', { name: '公示的决定', exact: true }).press('Enter')
    await page.getByRole('heading', { name: '公示的决定', level: 1 }).waitFor()
    expect(broken).toEqual([])
    await context.close()
  })
})

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

async function expectFocused(page: Page, name: string): Promise<void> {
  expect(await page.locator(':focus').textContent()).toBe(name)
}
