import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CaseAnswer } from '#contract/cases.ts'
import { DEMO_PASSWORD } from '#server/features/demo/seed-demo.ts'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()

/** Writes three strokes into the box, as a finger does. */
async function write(page: Page, label: string): Promise<void> {
  const pad = page.locator(`[data-pad="${label}"]`)
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no box to sign in')
  const to = (x: number, y: number) => page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 })
  for (const [from, until] of [
    [
      [0.2, 0.3],
      [0.4, 0.28],
    ],
    [
      [0.3, 0.2],
      [0.2, 0.75],
    ],
    [
      [0.5, 0.3],
      [0.85, 0.7],
    ],
  ] as const) {
    await to(from[0], from[1])
    await page.mouse.down()
    await to(until[0], until[1])
    await page.mouse.up()
  }
}

async function readAll(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: '下一页', exact: true })
  const sign = page.getByRole('button', { name: '看完了，签名', exact: true })
  await sign.waitFor()
  while (!(await sign.isEnabled())) await next.click()
  const shown = page.locator('.sheet img[data-page]')
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await sign.click()
}

test('an inquiry record is read and signed on a phone, then by the officer; a witness proves a refusal on another paper', async () => {
  const road = await PenaltyRoad.open(officeOf(house().desk))
  await road.file()
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()
  const scene = {
    ...{ officers: road.handlers, 'certificate-shown': true, 'began-at': at(200), 'ended-at': at(150) },
    ...{ 'scene-place': '青石区冷链园区', 'scene-text': '仓库货架上有六瓶超过保质期的调味品。' },
  }
  await road.take('lin', 'inspect-scene', { case: scene })
  await road.investigate()
  const { documents } = await road.state('lin')
  const inquiry = documents.find(({ code }) => code === 'inquiry-record')?.id ?? ''
  const page = await house().signIn('lin')
  const address = `${house().desk}/cases/${road.id}`
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${address}?show=documents`)
  await page.getByRole('link', { name: /^签名 ?询问笔录/ }).click()

  const standing = page.locator('.notice')
  await expect.poll(() => standing.textContent()).toContain('还缺：被询问人、询问人 2 人')
  await page.getByRole('button', { name: '请被询问人阅读、签名' }).click()
  await readAll(page)
  const name = page.getByLabel('姓名', { exact: true })
  await expect.poll(() => name.inputValue()).toBe('赵某')
  await page.getByRole('button', { name: '确认签名' }).click()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('还没有签名，请在签名框里写下姓名')
  await write(page, '被询问人签名')
  await page.getByRole('button', { name: '确认签名' }).click()
  const given = page.getByRole('list', { name: '签名' })
  await expect.poll(() => given.textContent()).toContain('被询问人 赵某')

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: '我签名（询问人）' }).click()
  await readAll(page)
  // By keyboard alone.
  await page.getByRole('radio', { name: /键盘输入姓名/ }).press('Space')
  await page.getByLabel('登录密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '确认签名' }).press('Enter')
  await expect.poll(() => given.textContent()).toContain('询问人 林一')
  await expect.poll(() => standing.textContent()).toContain('还缺：询问人 1 人')
  await page.getByRole('link', { name: /^打开签名件/ }).waitFor()

  const caller = await road.as('lin')
  const pdf = await (await page.request.get(`${house().desk}/api/cases/${road.id}/documents/${inquiry}/file`)).body()
  const digest = createHash('sha256').update(pdf).digest('hex')
  const { state } = (await caller.get(`/api/cases/${road.id}`)).json<CaseAnswer>()
  const { signatures = [], seq } = state
  expect(signatures.map(({ sha256 }) => sha256)).toEqual([digest, digest])
  expect(seq).toBeGreaterThan(2)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${address}?show=documents`)
  await page.getByRole('link', { name: /^签名 ?现场笔录/ }).click()
  await page.getByRole('button', { name: '当事人拒绝签名' }).click()
  await page.getByLabel('拒绝的理由').fill('认为数量记录不准')
  await page.getByRole('button', { name: '记下拒签' }).click()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('二者至少有其一')
  await page.getByLabel(/^见证人/).fill('石桥居委会李某')
  await write(page, '见证人签名')
  await page.getByRole('button', { name: '记下拒签' }).click()
  await expect.poll(() => given.textContent()).toContain('拒绝签名：认为数量记录不准（见证人石桥居委会李某）')
  await expect.poll(() => standing.textContent()).toBe('还缺：执法人员 2 人')
  await page.goto(`${address}?show=timeline`)
  await page.getByText('赵某在《询问笔录》上签名').first().waitFor()
  expect(house().violations).toEqual([])
})
