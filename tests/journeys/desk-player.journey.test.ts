import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { idOf } from '../support/evidence-uploads.ts'
import { cookieOf, officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { colourAt, darkAt, dragAcross } from '../support/player-hand.ts'
import { eventually } from '../support/record-log.ts'
import { sharedHouse } from '../support/shared-house.ts'
import { append, begin } from '../support/tus-exchange.ts'

type Row = {
  readonly id: string
  readonly fileName: string
  readonly capturedAt: string
  readonly rendition: { readonly state: string }
}
type Course = {
  readonly version: number
  readonly scenes: readonly { readonly run: string; readonly scene: string; readonly media: readonly string[] }[]
}

const house = sharedHouse()
let page: Page
let road: PenaltyRoad
let film: Row
let sound: Row

beforeAll(async () => {
  const office = officeOf(house().desk)
  const lin = await office.as('lin')
  const ready = async (name: string) => {
    const { rows } = (await lin.get('/api/recordings')).json<{ rows: Row[] }>()
    return rows.find(({ fileName, rendition }) => fileName === name && rendition.state === 'ready')
  }
  await eventually(
    async () => (await ready('仓库检查.mp4')) !== undefined && (await ready('询问.mp3')) !== undefined,
    60_000,
  )
  film = (await ready('仓库检查.mp4')) as Row
  sound = (await ready('询问.mp3')) as Row
  road = await PenaltyRoad.open(office)
  await road.file()
  await road.take('lin', 'inquire', { case: inquiry() })
  await bind(road, film, 'video')
  await bind(road, sound, 'audio')
  page = await house().signIn('lin')
  await page.goto(`${house().desk}/recordings/${film.id}`)
  await page.getByRole('slider', { name: '播放位置' }).waitFor()
})

/** To the first scene of the case that may be shown so. */
async function bind(to: PenaltyRoad, { id: recording }: Row, medium: string): Promise<void> {
  const lin = await to.as('lin')
  const { version, scenes } = (await lin.get(`/api/cases/${to.id}/recordings`)).json<Course>()
  const line = scenes.find(({ media }) => media.includes(medium))
  const input = { run: line?.run, scene: line?.scene, recording }
  const bound = await lin.send('POST', `/api/cases/${to.id}/recordings`, input, { 'if-match': `"${version}"` })
  expect(bound.statusCode, bound.body).toBe(200)
  Object.assign(to, { version: bound.json<{ version: number }>().version })
}

function inquiry() {
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()
  return {
    officers: road.handlers,
    'certificate-shown': true,
    'began-at': at(90),
    'ended-at': at(30),
    'inquiry-place': '仓库',
    'inquired-person': '赵某',
    'inquiry-text': '问：何时购进？\n答：去年。',
  }
}

const seconds = async () => page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime)

test('a film plays, and is moved by keys: space, arrows, single frames, speed', async () => {
  await expect
    .poll(() => page.locator('video').evaluate((video) => (video as HTMLVideoElement).readyState))
    .toBeGreaterThan(0)
  await page.keyboard.press('Space')
  await expect.poll(seconds).toBeGreaterThan(0.3)
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: '播放', exact: true }).waitFor()
  const stood = await seconds()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => Math.round((await seconds()) - stood)).toBe(5)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => Math.round(((await seconds()) - stood) * 100)).toBe(496)
  await page.keyboard.press('.')
  await expect.poll(() => page.getByLabel('速度').inputValue()).toBe('1.25')
})

test('a click on the line goes there, dragging chooses a span, and a mark keeps it', async () => {
  const line = await page.getByRole('slider', { name: '播放位置' }).boundingBox()
  if (!line) throw new Error('there is no line')
  const at = (part: number) => [line.x + line.width * part, line.y + line.height / 2] as const
  await page.mouse.click(...at(0.5))
  await expect.poll(seconds).toBeGreaterThan(5.9)
  await dragAcross(page.getByRole('slider', { name: '播放位置' }), [0.25, 0.5], [0.5, 0.5])
  await expect.poll(() => page.getByLabel('选段从').inputValue()).toBe('0:03.0')
  await page.keyboard.press('m')
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.mark-form input') ?? false)).toBe(true)
  await page.keyboard.type('当事人打开冷库')
  await expect.poll(() => page.getByRole('button', { name: '作标记' }).isEnabled()).toBe(true)
  await page.keyboard.press('Enter')
  const mark = page.getByRole('region', { name: '标记' }).getByRole('listitem')
  await expect
    .poll(() => mark.allInnerTexts())
    .toEqual([expect.stringMatching(/0:03\.0–0:0[56]\.\d[\s\S]*当事人打开冷库/)])
})

test('a mark becomes evidence of the case and plays there', async () => {
  await page.getByRole('button', { name: /^作为证据.*当事人打开冷库/ }).click()
  const form = page.getByRole('form', { name: '作为证据' })
  await form.getByRole('button', { name: '加入证据' }).click()
  await form.waitFor({ state: 'detached' })
  const evidence = (await road.state('lin')) as unknown as {
    evidence: { title: string; exhibit?: { recording: string } }[]
  }
  expect(evidence.evidence.at(-1)).toMatchObject({ title: '当事人打开冷库', exhibit: { recording: film.id } })
  await page.goto(`${house().desk}/cases/${road.id}?show=evidence`)
  await page.getByRole('button', { name: /^查看.*当事人打开冷库/ }).click()
  await page.locator('video').waitFor()
  await expect.poll(seconds).toBeGreaterThan(2.9)
})

test('a face is covered by a box that is drawn, and the copy is black there while the original is not', async () => {
  await page.goto(`${house().desk}/recordings/${film.id}`)
  await page.getByRole('tab', { name: '片段和遮盖' }).click()
  await page.getByRole('button', { name: '遮盖画面或者静音' }).click()
  const layer = page.getByRole('group', { name: /遮盖的框/ })
  await dragAcross(layer, [0.2, 0.2], [0.5, 0.6])
  await expect.poll(() => page.getByLabel('框 1 宽').inputValue()).toBe('30')
  await page.getByLabel('制作理由').fill('遮盖与本案无关的人')
  await page.getByRole('button', { name: '制作遮盖版' }).click()
  const made = page.getByRole('button', { name: '看这个' })
  await expect.poll(() => made.isEnabled(), { timeout: 60_000 }).toBe(true)
  await expect.poll(() => colourAt(page, 0.3, 0.28)).toBeGreaterThan(60)
  await made.click()
  await page.getByText('现在看的是副本，不是原件。').waitFor()
  await expect.poll(() => colourAt(page, 0.3, 0.28)).toBeLessThan(12)
  await expect.poll(() => colourAt(page, 0.8, 0.28)).toBeGreaterThan(60)
})

test('a span becomes a clip, which is as long as the span', async () => {
  await page.goto(`${house().desk}/recordings/${film.id}`)
  await dragAcross(page.getByRole('slider', { name: '播放位置' }), [0.25, 0.5], [0.5, 0.5])
  await page.getByRole('tab', { name: '片段和遮盖' }).click()
  await page.getByLabel(/^截取 .*，理由$/).fill('打开冷库的一段')
  await page.getByRole('button', { name: '制作片段' }).click()
  const clip = page.getByRole('listitem').filter({ hasText: '打开冷库的一段' }).getByRole('button', { name: '看这个' })
  await expect.poll(() => clip.isEnabled(), { timeout: 60_000 }).toBe(true)
  await clip.click()
  const length = () => page.locator('.stage video').evaluate((video) => (video as HTMLVideoElement).duration)
  await expect.poll(async () => Math.abs((await length()) - 3) < 0.3).toBe(true)
})

test('a second recording plays in step with the first, by the time of capture and what the clocks differ', async () => {
  await page.goto(`${house().desk}/recordings/${film.id}`)
  await page.getByRole('tab', { name: '对照' }).click()
  await page.getByLabel('和什么对照').selectOption({ value: sound.id })
  await page.getByText('另一份到这时已经结束').waitFor()
  const apart = (Date.parse(film.capturedAt) - Date.parse(sound.capturedAt)) / 1000
  await page.getByLabel('另一份再提前（秒）').fill(String(-apart))
  await page.getByText('按拍摄时间同步').waitFor()
  await page.getByRole('button', { name: '播放', exact: true }).click()
  const times = () =>
    page.evaluate(() => {
      const [video, audio] = [document.querySelector('video'), document.querySelector('audio')]
      return [video?.currentTime ?? 0, audio?.currentTime ?? 0] as const
    })
  await expect.poll(async () => (await times())[1]).toBeGreaterThan(0.5)
  await expect.poll(async () => times().then(([one, other]) => Math.abs(one - other))).toBeLessThan(0.5)
  await page.getByRole('button', { name: '暂停', exact: true }).click()
})

test('who takes a copy along gets one with the own name, and the purpose stands in the trail', async () => {
  await page.locator('.player-foot').getByRole('button', { name: '下载' }).click()
  const link = page.getByRole('link', { name: '保存带水印的副本' })
  await link.waitFor({ timeout: 60_000 })
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(saved.suggestedFilename()).toBe('仓库检查（带水印）.mp4')
  await page.getByRole('tab', { name: '谁看过' }).click()
  const rows = page.getByRole('region', { name: '谁看过' }).getByRole('row')
  await expect.poll(() => rows.allInnerTexts()).toContainEqual(expect.stringMatching(/林一[\s\S]*下载带水印的副本/))
})

test('a photograph of the evidence is covered by the same hand, and the original is still there', async () => {
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=640x480', '-frames:v', '1', '-f', 'mjpeg', '-']
  const bytes = execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', ...source])
  const cookie = await cookieOf(house().desk, 'lin')
  const metadata = { filename: '货架.jpg', caseId: road.id }
  const { url } = await begin({ origin: house().desk, cookie, size: bytes.length, metadata })
  await append({ url, cookie, at: 0, body: bytes })
  await road.read('lin').then(({ version }) => Object.assign(road, { version }))
  const evidence = [{ kind: '视听资料', title: '货架照片', upload: idOf(url) }]
  await road.take('lin', 'add-evidence', {}, { evidence })
  await page.goto(`${house().desk}/cases/${road.id}?show=evidence`)
  await page.getByRole('button', { name: /^查看.*货架照片/ }).click()
  const cover = page.getByRole('button', { name: '遮盖画面' })
  await expect.poll(() => cover.isEnabled(), { timeout: 60_000 }).toBe(true)
  await cover.click()
  await page.getByRole('button', { name: '加一个框' }).click()
  await page.getByLabel('制作理由').fill('遮盖与本案无关的人')
  await page.getByRole('button', { name: '制作遮盖版' }).click()
  const made = page.getByRole('list', { name: '遮盖版' }).getByRole('button', { name: '看这个' })
  await expect.poll(() => made.isEnabled(), { timeout: 60_000 }).toBe(true)
  const picture = page.locator('.photograph-desk img')
  await expect.poll(() => darkAt(picture)).toBe(false)
  await made.click()
  await page.getByText('现在看的是遮盖版，不是原件。').waitFor()
  await expect.poll(() => darkAt(picture)).toBe(true)
})

test('a member of the panel watches a recording beside the draft, as long as the discussion is open', async () => {
  const second = await PenaltyRoad.open(officeOf(house().desk), { name: '丙丁商店经营超过保质期食品案' })
  await second.file()
  await second.investigate()
  await bind(second, film, 'video')
  await second.notify()
  await second.draft()
  await second.review()
  await second.take('lin', 'go-to-decision')
  await second.take('lin', 'hold-panel')
  const han = await house().signIn('han')
  await han.getByRole('link', { name: '讨论', exact: true }).click()
  await han.getByRole('link', { name: /丙丁商店/ }).click()
  const beside = han.getByRole('region', { name: '拟稿和音像' })
  await beside.locator('iframe[data-ready=true]').waitFor()
  await beside.getByRole('button', { name: /^播放/ }).first().click()
  await beside.locator('video').waitFor()
  await beside.getByRole('button', { name: '播放', exact: true }).click()
  await expect
    .poll(() => beside.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime))
    .toBeGreaterThan(0.3)
  const [paper, video] = [beside.locator('iframe[data-ready=true]'), beside.locator('video')]
  await expect
    .poll(async () => {
      const [left, right] = [await paper.boundingBox(), await video.boundingBox()]
      return left !== null && right !== null && left.x + left.width <= right.x
    })
    .toBe(true)
  await han.setViewportSize({ width: 390, height: 844 })
  await expect
    .poll(() => han.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
    .toBe(0)
  await han.context().close()
})

test('who looked and what was done stands in the trail, and the original is what was registered', async () => {
  await page.goto(`${house().desk}/recordings/${film.id}`)
  await page.getByRole('button', { name: '核对原件' }).click()
  await page.getByText(/原件与登记一致/).waitFor()
  await page.getByRole('tab', { name: '谁看过' }).click()
  const rows = page.getByRole('region', { name: '谁看过' }).getByRole('row')
  await expect.poll(() => rows.allInnerTexts()).toContainEqual(expect.stringMatching(/林一[\s\S]*制作副本/))
  expect(await rows.allInnerTexts()).toContainEqual(expect.stringMatching(/林一[\s\S]*查看[\s\S]*承办/))
})

test('the player works on a phone: nothing stands out of the page', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const tab of ['标记', '片段和遮盖', '对照', '谁看过']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0)
  }
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))
