import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { utf8 } from '#domain/record-log/bytes.ts'
import { bakeVkeys } from '#domain/record-log/verifier-page.ts'
import { buildVerifier } from '../../scripts/build-verifier.ts'
import { findChromium, NO_CHROMIUM } from '../../scripts/find-chromium.ts'
import { type MadeLog, makeLog } from '../support/made-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-verifier-'))
const at = (name: string): string => join(folder, name)
const pdf = new Uint8Array(40_000).map((_, nth) => nth % 251)
let [log, receipt]: [MadeLog | undefined, string] = [undefined, '']
let browser: Browser
let page: Page
/** What the page tried to reach, and what its own policy had to stop. */
const reached: string[] = []

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(NO_CHROMIUM)
  const others = Array.from({ length: 400 }, (_, nth) => ({
    kind: 'event' as const,
    subject: `event:0198:${nth}`,
    content: utf8(`${nth}`),
  }))
  log = await makeLog([...others, { kind: 'document', subject: 'document:0199', content: pdf }])
  receipt = await log.receiptOf(400)
  const html = await buildVerifier()
  writeFileSync(at('verify.html'), bakeVkeys(html, [log.vkey]))
  writeFileSync(at('bare.html'), html)
  writeFileSync(at('决定书.pdf'), pdf)
  writeFileSync(at('决定书.tlog-proof'), receipt)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  await page?.close()
  reached.length = 0
  page = await (await browser.newContext({ viewport: { width: 375, height: 900 } })).newPage()
  page.on('request', (request) => reached.push(request.url()))
  page.on('console', (message) => reached.push(message.text()))
  page.on('pageerror', (error) => reached.push(error.message))
})

const open = (name: string) => page.goto(pathToFileURL(at(name)).href)
const give = (label: string, file: string) => page.getByLabel(label).setInputFiles(at(file))
const verdict = () => page.getByRole('heading', { level: 2 }).textContent()
const said = () => page.getByRole('status').textContent()
const flipped = (name: string, bytes: Uint8Array, byte: number): string => {
  writeFileSync(
    at(`改动-${name}`),
    bytes.map((each, nth) => (nth === byte ? each ^ 1 : each)),
  )
  return `改动-${name}`
}

test('opened from a file, the page accepts receipt and document and says what is proved and what not', async () => {
  await open('verify.html')
  await give('存证回执', '决定书.tlog-proof')
  await expect.poll(verdict).toBe('✓ 回执有效（尚未核对文件）')
  await give('文书或者办案记录', '决定书.pdf')
  await expect.poll(verdict).toBe('✓ 通过：文件与存证时一致')
  expect(await said()).toContain('第 401 条，包含在共 401 条的检查点内')
  expect(await said()).toContain('没有证明')
  expect(await said()).toContain('不证明文书文件所写的内容真实、合法')
  expect(reached).toEqual([pathToFileURL(at('verify.html')).href])
})

test('one flipped byte in the document is refused', async () => {
  await open('verify.html')
  await give('存证回执', '决定书.tlog-proof')
  for (const byte of [0, 20_000, 39_999]) {
    await give('文书或者办案记录', flipped('决定书.pdf', pdf, byte))
    await expect.poll(verdict).toBe('✗ 不通过：文件与回执不符')
    await give('文书或者办案记录', '决定书.pdf')
    await expect.poll(verdict).toBe('✓ 通过：文件与存证时一致')
  }
})

test('one flipped byte in the receipt is refused', async () => {
  await open('verify.html')
  const bytes = utf8(receipt)
  for (const part of ['c2sp.org', 'extra ', 'index ', '\n\n', '\n401\n', '— ']) {
    const changed = flipped('决定书.tlog-proof', bytes, utf8(receipt.slice(0, receipt.indexOf(part))).length + 1)
    await give('存证回执', changed)
    await expect.poll(verdict, { message: part }).toBe('✗ 不通过：回执不可信')
  }
  await give('存证回执', '决定书.tlog-proof')
  await expect.poll(verdict).toBe('✓ 回执有效（尚未核对文件）')
})

test('the key can be pasted, and without one nothing is accepted', async () => {
  await open('bare.html')
  await give('存证回执', '决定书.tlog-proof')
  await expect.poll(said).toContain('没有给出存证日志的公钥')
  await page.getByLabel('日志的公钥').fill(log?.vkey ?? '')
  await expect.poll(verdict).toBe('✓ 回执有效（尚未核对文件）')
  await page.getByLabel('日志的公钥').fill('随便写的')
  await expect.poll(said).toContain('不是有效的 vkey')
})

test('receipt and document can be dropped anywhere on the page, together', async () => {
  await open('verify.html')
  const files = { receipt, pdf: [...pdf] }
  await page.evaluate(({ receipt: text, pdf: bytes }) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(bytes)], '决定书.pdf'))
    data.items.add(new File([text], '决定书.tlog-proof'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
  }, files)
  await expect.poll(verdict).toBe('✓ 通过：文件与存证时一致')
})

test('names from strangers stay text', async () => {
  writeFileSync(at('<img src=x onerror=alert(1)>.tlog-proof'), 'x')
  await open('verify.html')
  await give('存证回执', '<img src=x onerror=alert(1)>.tlog-proof')
  await expect.poll(said).toContain('<img src=x')
  await expect.poll(() => page.locator('#result img').count()).toBe(0)
})

test('the page is accessible before and after the verdict, in light and dark, and reads at 320 pixels', async () => {
  await page.setViewportSize({ width: 320, height: 900 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await open('verify.html')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await give('存证回执', '决定书.tlog-proof')
    await give('文书或者办案记录', flipped('决定书.pdf', pdf, 9))
    await expect.poll(verdict).toContain('不通过')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('printed, the verdict stands alone on the paper', async () => {
  await open('verify.html')
  await give('存证回执', '决定书.tlog-proof')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.getByRole('heading', { level: 2 }).isVisible()).toBe(true)
  await expect.poll(() => page.locator('form').isVisible()).toBe(false)
  await expect.poll(() => page.getByRole('button').count()).toBe(0)
})

test('the page is the one whose digest stands in the source', async () => {
  const known = readFileSync(join(import.meta.dirname, '../../src/verifier/page/page.sha256'), 'utf8').trim()
  // After a change of the verifier: node scripts/build-verifier.ts --digest
  expect(
    createHash('sha256')
      .update(await buildVerifier())
      .digest('hex'),
  ).toBe(known)
})
