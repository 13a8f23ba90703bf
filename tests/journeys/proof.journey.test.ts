import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bakeVkeys } from '#domain/record-log/verifier-page.ts'
import { buildVerifier } from '../../scripts/build-verifier.ts'
import { type House, withHouse } from '../support/journey.ts'

const ACCEPTED = '✓ 通过：文件与存证时一致'

test('without JavaScript a stranger finds a decision by two characters, and proves it on a machine that is not online', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-proof-'))
  try {
    await withHouse(async (house) => {
      const visitor = await (await house.browser.newContext({ javaScriptEnabled: false })).newPage()
      await findByTwoCharacters(visitor, house)
      const receipt = await keep(visitor, folder, '下载存证回执', 'decision.tlog-proof')
      const original = await keep(visitor, folder, '下载决定书原件', 'decision.pdf')

      const vkey = await (await fetch(`${house.portal}/log/vkey`)).text()
      writeFileSync(join(folder, 'verify.html'), bakeVkeys(await buildVerifier(), [vkey.trim()]))
      const offline = await (await house.browser.newContext({ offline: true })).newPage()
      await offline.goto(pathToFileURL(join(folder, 'verify.html')).href)
      expect(await judged(offline, receipt, original)).toBe(ACCEPTED)
      expect(await judged(offline, receipt, flipped(original))).not.toBe(ACCEPTED)
      expect(await judged(offline, flipped(receipt), original)).not.toBe(ACCEPTED)
      expect(await judged(offline, receipt, original)).toBe(ACCEPTED)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** The worker publishes, numbers and signs a moment after the start; the page shows the proof when it stands. */
async function findByTwoCharacters(visitor: Page, { portal }: House): Promise<void> {
  const proofOf = async () => {
    await visitor.goto(portal)
    await visitor.getByRole('searchbox').fill('冷链')
    await visitor.keyboard.press('Enter')
    await visitor.waitForURL(/\/search\?/)
    const found = visitor.getByRole('main').getByRole('link', { name: /冷链/ })
    if ((await found.count()) === 0) return 0
    await found.first().click()
    await visitor.waitForURL(/\/decisions\//)
    return visitor.getByRole('link', { name: '下载存证回执' }).count()
  }
  await expect.poll(proofOf, { timeout: 120_000, interval: 2000 }).toBe(1)
}

async function keep(visitor: Page, folder: string, link: string, name: string): Promise<string> {
  const [download] = await Promise.all([
    visitor.waitForEvent('download') as Promise<Download>,
    visitor.getByRole('link', { name: link }).click(),
  ])
  const path = join(folder, name)
  await download.saveAs(path)
  return path
}

/** The verdict on the two files, read when the page has judged this very pair. */
async function judged(page: Page, receipt: string, original: string): Promise<string> {
  await page.reload()
  await page.getByLabel('存证回执').setInputFiles(receipt)
  await page.getByLabel('文书或者办案记录').setInputFiles(original)
  const verdict = page.getByRole('heading', { level: 2 })
  await expect.poll(() => verdict.textContent()).toMatch(/^[✓✗] .*(通过|不符|无效|不)/)
  await expect.poll(() => verdict.textContent()).not.toContain('尚未核对文件')
  return (await verdict.textContent()) ?? ''
}

/** The same file with one bit of its middle byte turned over. */
function flipped(path: string): string {
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  const altered = `${path}.altered`
  writeFileSync(altered, bytes)
  return altered
}
