import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#server/features/demo/seed-demo.ts'
import { findFfmpeg, NO_FFMPEG } from '../../scripts/find-ffmpeg.ts'
import { madeBy, RECIPES } from '../support/hostile-media.ts'
import { browserPath } from '../support/journey.ts'
import { type Line, openLine } from '../support/line.ts'
import { madeNoise, madePng, madeWav } from '../support/made-files.ts'
import { freePort, type Running, startZhaofa, withHome } from '../support/zhaofa.ts'

const MIB = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'zhaofa-recordings-'))
const at = (name: string) => join(folder, name)
const violations: string[] = []
const [opened, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
let whole: Promise<void>
let house: { start(): Promise<void>; kill(): Promise<void>; readonly desk: string }
let line: Line
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  if (!findFfmpeg()) throw new Error(NO_FFMPEG)
  writeFileSync(at('手机.mp4'), madeBy(folder, 'phone.mp4', ...(RECIPES['phone.mp4'] ?? [])))
  writeFileSync(at('询问.wav'), madeWav('询问.wav', 4).buffer)
  for (const [name, size] of [
    ['长录像.png', 40],
    ['第二段.png', 41],
  ] as const)
    writeFileSync(at(name), Buffer.concat([madePng('', size).buffer, madeNoise(24)]))
  whole = withHome(keepHouse)
  whole.catch(opened.reject)
  await opened.promise
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] })
  context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await context.exposeFunction('reportViolation', (text: string) => void violations.push(text))
  await context.addInitScript(() => {
    const report = (window as unknown as { reportViolation(text: string): void }).reportViolation
    document.addEventListener('securitypolicyviolation', (event) =>
      report(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  page = await openRoom()
})
afterAll(async () => {
  await browser?.close()
  done.resolve()
  await whole
  rmSync(folder, { recursive: true })
})

/** The program on a home of its own, which can be killed and started again in between. */
async function keepHouse(home: string): Promise<void> {
  const [port, portalPort] = [await freePort(), await freePort()]
  line = await openLine(() => port)
  const desk = `http://127.0.0.1:${line.port}`
  const ports = { PORT: String(port), PORTAL_PORT: String(portalPort), PUBLIC_URL: desk }
  const env = { ZHAOFA_HOME: home, LOG_LEVEL: 'warn', ...ports }
  let running: Running
  house = {
    desk,
    async start() {
      running = startZhaofa(['start'], env)
      await running.says('昭法已启动')
    },
    async kill() {
      running.child.kill('SIGKILL')
      await running.ended
    },
  }
  await house.start()
  opened.resolve()
  await done.promise
  line.close()
  running!.child.kill('SIGTERM')
  await running!.ended
}

async function openRoom(): Promise<Page> {
  const fresh = await context.newPage()
  await fresh.goto(`${house.desk}/recordings`)
  const room = fresh.getByRole('main', { name: '音像' })
  await room.or(fresh.getByLabel('用户名')).waitFor()
  if (await fresh.getByLabel('用户名').isVisible()) {
    await fresh.getByLabel('用户名').fill('lin')
    await signIn(fresh)
  }
  await room.waitFor()
  return fresh
}

async function signIn(on: Page): Promise<void> {
  await on.getByLabel('密码').fill(DEMO_PASSWORD)
  await on.getByRole('button', { name: '登录' }).click()
}

const arrival = (name: string) =>
  page.getByRole('list', { name: '要登记的文件' }).getByRole('listitem').filter({ hasText: name })
const row = (name: string) => page.getByRole('link').filter({ has: page.getByText(name, { exact: true }) })
const pick = (...names: string[]) => page.getByLabel('选择文件', { exact: true }).setInputFiles(names.map(at))
const words = async (name: string) => (await arrival(name).textContent()) ?? ''

let wire: { readonly of: Page; readonly client: CDPSession } | undefined
async function slowly(bytesPerSecond: number): Promise<void> {
  if (wire?.of !== page) wire = { of: page, client: await context.newCDPSession(page) }
  const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: bytesPerSecond }
  await wire.client.send('Network.emulateNetworkConditions', { offline: false, ...speed })
}

/** Bytes that have been sent of a file, as its bar shows them. */
const sent = (name: string): Promise<number> =>
  page.getByRole('progressbar', { name }).evaluate((bar) => (bar as HTMLProgressElement).value)

test('files that are dropped are sent one beside the other, each with the time it was taken', async () => {
  const files = [madePng('货架.png'), { ...madePng('门头.png', 65), name: '门头.png' }, madeWav('环境.wav', 2)]
  const dropped = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer()
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type, lastModified: Date.parse('2026-03-05T01:30:00Z') }))
      }
      return transfer
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, base64: buffer.toString('base64') })),
  )
  await page.locator('.recording-pick').dispatchEvent('drop', { dataTransfer: dropped })
  for (const { name } of files) await expect.poll(() => words(name)).toContain('已传完')
  await expect.poll(() => arrival('货架.png').getByLabel('拍摄时间').inputValue()).toBe('2026-03-05 09:30')
})

test('a connection that is cut in the middle is taken up again by itself, also by a server that was killed', async () => {
  await slowly(4 * MIB)
  await pick('长录像.png')
  await expect.poll(() => sent('长录像.png'), { timeout: 30_000 }).toBeGreaterThan(2 * MIB)
  line.cut()
  await expect.poll(() => words('长录像.png'), { timeout: 30_000 }).toContain('正在重新连接')
  line.mend()
  await expect.poll(() => words('长录像.png'), { timeout: 40_000 }).not.toContain('正在重新连接')
  await house.kill()
  await expect.poll(() => words('长录像.png'), { timeout: 30_000 }).toContain('正在重新连接')
  await house.start()
  await slowly(-1)
  await expect.poll(() => words('长录像.png'), { timeout: 60_000 }).toContain('已传完')
})

test('a session that ends in the middle asks for the password, and then the file goes on by itself', async () => {
  await slowly(4 * MIB)
  await pick('第二段.png')
  await expect.poll(() => sent('第二段.png'), { timeout: 30_000 }).toBeGreaterThan(2 * MIB)
  await arrival('第二段.png').getByRole('button', { name: '暂停' }).click()
  await expect.poll(() => words('第二段.png')).toContain('已暂停')
  await context.request.delete(`${house.desk}/api/session`, { headers: { origin: house.desk } })
  await slowly(-1)
  await arrival('第二段.png').getByRole('button', { name: '继续' }).click()
  await expect.poll(() => words('第二段.png')).toContain('登录已经过期')
  await signIn(page)
  await expect.poll(() => words('第二段.png'), { timeout: 60_000 }).toContain('已传完')
})

test('a closed browser loses nothing: what came whole waits to be registered, and then the list shows it', async () => {
  await pick('手机.mp4', '询问.wav')
  for (const name of ['手机.mp4', '询问.wav']) await expect.poll(() => words(name)).toContain('已传完')
  await page.close()
  page = await openRoom()
  for (const name of ['手机.mp4', '询问.wav', '货架.png', '长录像.png']) await arrival(name).waitFor()
  const button = page.getByRole('button', { name: /^登记 7 件/ })
  await button.waitFor()
  await button.click()
  await expect.poll(() => page.getByRole('list', { name: '要登记的文件' }).count()).toBe(0)
  for (const name of ['手机.mp4', '询问.wav', '货架.png', '长录像.png', '第二段.png']) await row(name).waitFor()
  await expect.poll(() => row('货架.png').textContent()).toContain('逾期存入')
})

test('the list shows length and poster as soon as they are made', async () => {
  await expect.poll(() => row('手机.mp4').textContent(), { timeout: 90_000 }).toContain('0:03')
  await expect.poll(() => row('询问.wav').textContent(), { timeout: 90_000 }).toContain('0:04')
  const poster = row('手机.mp4').getByRole('img')
  await expect.poll(() => poster.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(320)
})

test('the same file brought in again is not stored again, and that is said', async () => {
  await pick('手机.mp4')
  await expect.poll(() => words('手机.mp4')).toContain('已传完')
  const before = await page.getByRole('link').filter({ hasText: '手机.mp4' }).count()
  await page.getByRole('button', { name: /^登记 1 件/ }).click()
  await expect.poll(() => page.getByText('没有重复存').count()).toBeGreaterThan(0)
  await expect.poll(() => page.getByRole('link').filter({ hasText: '手机.mp4' }).count()).toBe(before)
})

test('nothing of this broke the policy of the page', () => expect(violations).toEqual([]))
