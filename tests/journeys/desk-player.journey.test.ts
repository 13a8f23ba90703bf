import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { officeOf } from '../support/house-office.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { eventually } from '../support/record-log.ts'
import { sharedHouse } from '../support/shared-house.ts'

type Row = { readonly id: string; readonly fileName: string; readonly rendition: { readonly state: string } }
type Course = {
  readonly version: number
  readonly scenes: readonly { readonly run: string; readonly scene: string; readonly media: readonly string[] }[]
}

const house = sharedHouse()
let page: Page
let road: PenaltyRoad
let film: string

beforeAll(async () => {
  const office = officeOf(house().desk)
  const lin = await office.as('lin')
  const rows = async () => (await lin.get('/api/recordings')).json<{ rows: Row[] }>().rows
  const isFilm = ({ fileName, rendition }: Row) => fileName === '仓库检查.mp4' && rendition.state === 'ready'
  await eventually(async () => (await rows()).some(isFilm), 60_000)
  film = (await rows()).find(isFilm)?.id ?? ''
  road = await PenaltyRoad.open(office)
  await road.file()
  await road.take('lin', 'inquire', { case: inquiry() })
  const course = (await lin.get(`/api/cases/${road.id}/recordings`)).json<Course>()
  const scene = course.scenes.find(({ media }) => media.includes('video')) ?? course.scenes[0]
  const bound = await lin.send(
    'POST',
    `/api/cases/${road.id}/recordings`,
    { run: scene?.run, scene: scene?.scene, recording: film },
    { 'if-match': `"${course.version}"` },
  )
  expect(bound.statusCode, bound.body).toBe(200)
  page = await house().signIn('lin')
  await page.goto(`${house().desk}/recordings/${film}`)
  await page.getByRole('slider', { name: '播放位置' }).waitFor()
})

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
  await page.mouse.move(...at(0.25))
  await page.mouse.down()
  await page.mouse.move(...at(0.4), { steps: 4 })
  await page.mouse.move(...at(0.5), { steps: 4 })
  await page.mouse.up()
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
  expect(evidence.evidence.at(-1)).toMatchObject({ title: '当事人打开冷库', exhibit: { recording: film } })
  await page.goto(`${house().desk}/cases/${road.id}?show=evidence`)
  await page.getByRole('button', { name: /^查看.*当事人打开冷库/ }).click()
  await page.locator('video').waitFor()
  await expect.poll(seconds).toBeGreaterThan(2.9)
})

test('a face is covered by a box that is drawn, and the copy is black there while the original is not', async () => {
  await page.goto(`${house().desk}/recordings/${film}`)
  await page.getByRole('tab', { name: '片段和遮盖' }).click()
  await page.getByRole('button', { name: '遮盖画面或者静音' }).click()
  const layer = page.getByRole('group', { name: /遮盖的框/ })
  const place = await layer.boundingBox()
  if (!place) throw new Error('there is no layer')
  const at = (x: number, y: number) => [place.x + place.width * x, place.y + place.height * y] as const
  await page.mouse.move(...at(0.2, 0.2))
  await page.mouse.down()
  await page.mouse.move(...at(0.5, 0.6), { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => page.getByLabel('框 1 宽').inputValue()).toBe('30')
  await page.getByLabel('制作理由').fill('遮盖与本案无关的人')
  await page.getByRole('button', { name: '制作遮盖版' }).click()
  const made = page.getByRole('button', { name: '看这个' })
  await expect.poll(() => made.isEnabled(), { timeout: 60_000 }).toBe(true)
  await expect.poll(() => colourAt(0.3, 0.28)).toBeGreaterThan(60)
  await made.click()
  await page.getByText('现在看的是副本，不是原件。').waitFor()
  await expect.poll(() => colourAt(0.3, 0.28)).toBeLessThan(12)
  await expect.poll(() => colourAt(0.8, 0.28)).toBeGreaterThan(60)
})

/** The strongest of red, green and blue at a place of the picture; nothing while there is no picture. */
function colourAt(x: number, y: number): Promise<number> {
  return page.locator('.stage video').evaluate(
    (element, [across, down]) => {
      const video = element as HTMLVideoElement
      // A frame is only there to be read once somebody went to it.
      if (video.currentTime < 1) video.currentTime = 1
      if (video.readyState < 2 || video.seeking) return Number.NaN
      const canvas = document.createElement('canvas')
      ;[canvas.width, canvas.height] = [video.videoWidth, video.videoHeight]
      const drawing = canvas.getContext('2d')
      drawing?.drawImage(video, 0, 0)
      const [left, top] = [video.videoWidth * (across ?? 0), video.videoHeight * (down ?? 0)]
      const [red = 0, green = 0, blue = 0] = drawing?.getImageData(left, top, 1, 1).data ?? []
      return Math.max(red, green, blue)
    },
    [x, y],
  )
}

test('who looked and what was done stands in the trail, and the original is what was registered', async () => {
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
