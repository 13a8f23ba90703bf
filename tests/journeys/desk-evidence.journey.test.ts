import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { madeNoise, madePdf, madePng, madeWav } from '../support/made-files.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-evidence-'))
const at = (name: string) => join(folder, name)
const house = sharedHouse()
let road: PenaltyRoad
let lin: DeskHand
let address: string

beforeAll(async () => {
  for (const file of [madePng('货架.png'), madeWav('询问.wav', 3), madePdf('台账.pdf')])
    writeFileSync(at(file.name), file.buffer)
  writeFileSync(at('记录仪.png'), Buffer.concat([madePng('').buffer, madeNoise(24)]))
  road = await PenaltyRoad.open(officeOf(house().desk))
  await road.file()
  address = `${house().desk}/cases/${road.id}`
  lin = new DeskHand(await house().signIn('lin'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const adder = (page: Page) => page.getByRole('region', { name: '要添加的证据' })
const drafts = (page: Page) => adder(page).getByRole('group', { name: /文件已传完/ })
const pick = (page: Page, ...names: string[]) => adder(page).getByLabel('选择文件').setInputFiles(names.map(at))

/** A paper that the party brings is fully described in words. */
const unrecorded = (hand: DeskHand) => hand.fillIn({ '提取、固定证据': WORDS_ARE_ENOUGH })

async function openAdder(hand: DeskHand): Promise<void> {
  await hand.openCase(address)
  await hand.choose('添加证据')
}

async function openEvidence(title: string) {
  await lin.page.goto(`${address}?show=evidence`)
  const item = lin.page
    .getByRole('list', { name: '证据', exact: true })
    .getByRole('listitem')
    .filter({ hasText: title })
  await item.getByRole('button', { name: /^查看/ }).first().click()
  return item.first()
}

test('a picture, a sound and a paper are sent, named and taken to the case, each with its digest', async () => {
  await openAdder(lin)
  await pick(lin.page, '货架.png', '询问.wav', '台账.pdf')
  await expect.poll(() => drafts(lin.page).count()).toBe(3)
  await unrecorded(lin)
  await lin.submit()
  const { evidence } = await road.state('lin')
  expect(new Set(evidence.map(({ title, kind }) => `${title} ${kind}`))).toEqual(
    new Set(['货架 视听资料', '询问 视听资料', '台账 书证']),
  )
  await lin.page.goto(`${address}?show=evidence`)
  const list = lin.page.getByRole('list', { name: '证据', exact: true })
  await list.waitFor()
  for (const { sha256 } of evidence) await expect.poll(() => list.textContent()).toContain(sha256?.slice(0, 16))
})

test('the picture is shown, the paper opens in place', async () => {
  const picture = (await openEvidence('货架')).getByRole('img', { name: '货架' })
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(64)
  const paper = (await openEvidence('台账')).locator('iframe[data-ready=true]')
  await paper.waitFor()
  await expect.poll(() => paper.getAttribute('src')).toMatch(/^blob:/)
})

test('the sound plays, and is searched by parts of the file', async () => {
  const ranges: (readonly [number, string | undefined])[] = []
  lin.page.on('response', async (answer) => {
    if (answer.url().endsWith('/content')) ranges.push([answer.status(), answer.headers()['content-range']])
  })
  const sound = (await openEvidence('询问')).locator('audio')
  const HAVE_METADATA = 1
  await expect
    .poll(() => sound.evaluate((audio) => (audio as HTMLAudioElement).readyState))
    .toBeGreaterThanOrEqual(HAVE_METADATA)
  await expect.poll(() => sound.evaluate((audio) => (audio as HTMLAudioElement).duration)).toBeCloseTo(3, 1)
  await sound.evaluate(
    (audio: HTMLAudioElement) =>
      new Promise((resolve) => {
        audio.addEventListener('seeked', resolve, { once: true })
        audio.currentTime = 2
      }),
  )
  await expect.poll(() => sound.evaluate((audio) => (audio as HTMLAudioElement).currentTime)).toBeCloseTo(2, 1)
  await sound.evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true
    await audio.play()
  })
  await expect.poll(() => sound.evaluate((audio) => (audio as HTMLAudioElement).ended)).toBe(true)
  expect(ranges.map(([status]) => status)).toContain(206)
})

test('an upload that was cut goes on where it stopped when the page is opened again', async () => {
  await openAdder(lin)
  const client = await lin.page.context().newCDPSession(lin.page)
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 8 * 1024 * 1024,
  })
  await pick(lin.page, '记录仪.png')
  const progress = lin.page.getByRole('progressbar', { name: /记录仪/ })
  await expect
    .poll(() => progress.evaluate((bar) => (bar as HTMLProgressElement).value), { timeout: 20_000 })
    .toBeGreaterThan(0)
  await expect.poll(() => adder(lin.page).textContent()).not.toContain('上次没有传完')
  const context = lin.page.context()
  await lin.page.close()
  const again = new DeskHand(await context.newPage())
  const sent: string[] = []
  again.page.on('request', (request) => {
    if (request.url().includes('/api/uploads'))
      sent.push(`${request.method()} ${request.headers()['upload-offset'] ?? ''}`.trim())
  })
  await openAdder(again)
  await expect.poll(() => adder(again.page).textContent()).toContain('上次没有传完：记录仪.png')
  await pick(again.page, '记录仪.png')
  await expect.poll(() => drafts(again.page).count(), { timeout: 30_000 }).toBe(1)
  expect(sent[0]).toBe('HEAD')
  expect(Number(sent[1]?.split(' ')[1])).toBeGreaterThan(0)
  expect(sent.filter((line) => line.startsWith('POST'))).toEqual([])
  await expect.poll(() => adder(again.page).textContent()).not.toContain('上次没有传完')
  lin = again
  await unrecorded(lin)
  await lin.submit()
  const stored = (await road.state('lin')).evidence.find(({ title }) => title === '记录仪')
  expect(stored?.size).toBe(24 * 1024 * 1024 + madePng('').buffer.length)
  const picture = (await openEvidence('记录仪')).getByRole('img')
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(64)
})

test('the same file sent twice is stored once, and counts twice', async () => {
  const before = storedFiles()
  await openAdder(lin)
  await pick(lin.page, '货架.png')
  await expect.poll(() => drafts(lin.page).count()).toBe(1)
  await unrecorded(lin)
  await lin.submit()
  const digests = (await road.state('lin')).evidence.filter(({ title }) => title === '货架').map(({ sha256 }) => sha256)
  expect(digests).toHaveLength(2)
  expect(new Set(digests).size).toBe(1)
  expect(storedFiles()).toEqual(before)
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))

function storedFiles(): string[] {
  const blobs = readdirSync(join(house().home, 'blobs'), { recursive: true, withFileTypes: true })
  return blobs
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}/.test(entry.name))
    .map(({ name }) => name)
    .sort()
}
