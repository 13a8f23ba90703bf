import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '#server/ids.ts'
import { buildDesk } from '../../src/cli/desk-build.ts'
import { homeOfLin, storeDecided } from '../support/decided-case.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { browserPath } from '../support/journey.ts'
import { freePort } from '../support/zhaofa.ts'

/** A browser works through it, and the desk may have to be built first. */
const LONGEST_MS = 180_000
const TODAY = '2026-06-02'
const FACTS =
  '青石味来餐饮管理有限公司的员工周小舟（电话13800001234）在场，老粮站后门堆放超过保质期的调味品 6 瓶，当事人能够提供进货台账。'

async function withDesk(
  work: (desk: TestDesk, open: (login: string, width?: number) => Promise<Page>) => Promise<void>,
) {
  await buildDesk(() => undefined)
  const port = await freePort()
  const desk = await testDesk(`${TODAY}T02:00:00Z`, { PUBLIC_URL: `http://127.0.0.1:${port}`, PORT: String(port) })
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await desk.app.listen({ host: '127.0.0.1', port })
    await work(desk, async (login, width = 1440) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })
      await signIn(context, desk, login)
      const page = await context.newPage()
      await page.goto(`${desk.origin}/disclosures`)
      return page
    })
  } finally {
    await browser.close()
    await desk.close()
  }
}

async function signIn(context: BrowserContext, desk: TestDesk, login: string): Promise<void> {
  const [name = '', value = ''] = (await desk.as(login)).cookie.split('=')
  await context.addCookies([{ name, value, url: desk.origin }])
}

/** A delivered penalty of an agency that asks for a second person. */
async function delivered({ context }: TestDesk): Promise<void> {
  const home = await homeOfLin(context)
  await context.db.query({
    text: `INSERT INTO app.parameter_values (id, code, scope, scope_id, effective_on, value, basis, set_by)
      VALUES ($1, 'disclosure.second-confirmation', 'agency', $2, '2026-01-01', 'true', '《青石区行政执法公示办法》', $3)`,
    values: [newId(), home.agencyId, home.personId],
  })
  const made = await storeDecided(context, home, () => ({ handlers: [home.personId] }), {
    case: { 'facts-found': FACTS },
    violation: { 'violation-1': { fine: '5000' } },
  })
  await made.deliver()
}

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const openFirst = async (page: Page, list: string): Promise<void> => {
  await page.getByRole('list', { name: list }).getByRole('link').first().click()
  await page.getByRole('region', { name: '公众看到的' }).waitFor()
}

test(
  'one prepares and hides by hand, another reads what the public will see and confirms, later it is corrected and withdrawn',
  async () => {
    await withDesk(async (desk, open) => {
      await delivered(desk)
      const lin = await open('lin')
      await lin.getByRole('list', { name: '待公示' }).getByRole('link').waitFor()
      await shot(lin, '1-list')
      await openFirst(lin, '待公示')
      await shot(lin, '2-proposal')
      const hand = new DeskHand(lin)
      await lin.getByRole('button', { name: '准备公示稿' }).click()
      await lin.getByText('《行政处罚法》第四十八条第一款').first().waitFor()
      await shot(lin, '3-refused')
      await hand.fillIn({ 是否具有一定社会影响: '具有', 判断的理由: '涉及食品安全，公众关注', 失信程度: '一般' })
      await hand.fillIn({ 再隐去几处: '周小舟\n老粮站后门' })
      await lin.getByRole('button', { name: '准备公示稿' }).click()
      await lin.getByText('确认以后，公众看到的就是下面这些').waitFor()
      const preview = lin.getByRole('region', { name: '公众看到的' })
      await expect.poll(() => preview.textContent()).not.toMatch(/周小舟|老粮站|13800001234/)

      const zheng = await open('zheng')
      await zheng.getByRole('link', { name: '待确认' }).click()
      await openFirst(zheng, '待确认')
      const listed = zheng.getByRole('region', { name: '脱敏' })
      await expect.poll(() => listed.textContent()).toContain('周小舟')
      await new DeskHand(zheng).fillIn({ 保密审查人: '郑三', 保密审查日期: TODAY })
      await shot(zheng, '4-confirm')
      await zheng.getByRole('button', { name: '确认公示' }).click()
      await zheng.getByText('公众现在看到的就是下面这些').waitFor()
      await shot(zheng, '5-published')

      const narrow = await open('zheng', 390)
      await narrow.getByRole('link', { name: '公示中' }).click()
      await narrow.getByRole('list', { name: '公示中' }).getByRole('link').waitFor()
      await shot(narrow, '6-list-narrow')
      await openFirst(narrow, '公示中')
      await narrow.getByRole('button', { name: '撤回', exact: true }).click()
      const narrowHand = new DeskHand(narrow)
      await narrowHand.fillIn({ 情形: '决定被依法撤销', '何日被变更、撤销或者发现有误': TODAY })
      await narrow.getByText('应当在2026年6月5日以前撤回').waitFor()
      await narrowHand.fillIn({ '理由（公众会看到）': '行政复议决定撤销了这份处罚决定' })
      await shot(narrow, '7-withdraw-narrow')
      await narrow.getByRole('button', { name: '撤回公示' }).click()
      await narrow.getByText('公众看不到内容').waitFor()
      await shot(narrow, '8-withdrawn-narrow')
      const { rows } = await desk.database.portal.query({ text: 'SELECT status, reason FROM published.decisions' })
      expect(rows).toEqual([{ status: 'withdrawn', reason: '行政复议决定撤销了这份处罚决定' }])
    })
  },
  LONGEST_MS,
)
