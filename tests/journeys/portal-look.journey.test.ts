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
  '/search?q=没有的&kind=fine',
  '/search?q=青石&year=2026',
  '/parties/91990102MA0000000A',
  '/agencies',
  '/officers?q=林一',
  '/officers?q=无此人',
  '/monitors',
  '/monitors?q=没有的',
  '/verify',
  '/procedures',
  '/procedures/penalty-ordinary',
  '/nothing-here',
]
/** Of which the layout differs on a wide screen. */
const WIDE = [
  '/',
  PATHS[2],
  '/search?q=青石&year=2026',
  '/agencies',
  '/procedures/licence',
  '/verify',
] as readonly string[]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.each([
  [375, 'dark', true, PATHS],
  [1440, 'light', false, WIDE],
] as const)('at %i px, %s, large letters: %s', (width, colorScheme, isLarge, paths) => {
  it('every page is free of barriers that can be checked, and nothing runs over its edge', async () => {
    // axe needs to run a script of its own, which the policy of the pages forbids.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    if (isLarge) await context.addCookies([{ name: 'size', value: 'large', url: address }])
    const page = await context.newPage()
    const barriers: unknown[] = []
    for (const path of paths) {
      await page.goto(address + path)
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      barriers.push(...violations.map(({ id, nodes }) => [path, id, nodes[0]?.html]))
      const over = await overflow(page)
      if (over > 0) barriers.push([path, `${over} px over the edge`])
    }
    expect(barriers).toEqual([])
    await context.close()
  })
})

describe('a reader without JavaScript', () => {
  it('narrows a search by a facet, hands in a file to be verified and is told, by keyboard', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${address}/search?q=${encodeURIComponent('青石')}`)
    await page.getByText('缩小范围').press('Enter')
    await page.getByRole('link', { name: '行政许可', exact: true }).press('Enter')
    await page.getByText('查到 1 件').waitFor()
    await page.getByText('缩小范围（已选 1 项）').press('Enter')
    await page.getByRole('link', { name: /^去掉/ }).press('Enter')
    await page.getByText('查到 5 件').waitFor()
    await page.getByRole('link', { name: '核验文书' }).press('Enter')
    await page
      .getByLabel('文书文件')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') })
    await page.getByRole('button', { name: '核验' }).press('Enter')
    await page.getByRole('heading', { name: '没有通过核验' }).waitFor()
    await context.close()
  })

  it('scrolls the chart of a procedure by keyboard', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${address}/procedures/penalty-ordinary`)
    const chart = page.getByRole('region', { name: /流程图/ })
    await chart.focus()
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await chart.boundingBox())?.width).toBeLessThanOrEqual(375)
    await expect.poll(async () => (await page.locator('svg.chart').boundingBox())?.x).toBeLessThan(0)
    await context.close()
  })

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
  await expect.poll(() => page.locator(':focus').textContent()).toBe(name)
}
