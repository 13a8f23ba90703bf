import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AccessRoad } from '../support/access-road.ts'
import { officeOf } from '../support/house-office.ts'
import { madeWav } from '../support/made-files.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'
import { runZhaofa } from '../support/zhaofa.ts'

type Course = {
  readonly version: number
  readonly scenes: readonly { readonly run: string; readonly scene: string }[]
}

const house = sharedHouse()
const scratch = mkdtempSync(join(tmpdir(), 'zhaofa-record-'))
const SOUND = madeWav('询问录音.wav', 61)
const HALF = SOUND.buffer.subarray(0, SOUND.buffer.length >> 1)
const UPLOAD = /\/api\/uploads\/[^/]+$/
let lin: Page
let road: PenaltyRoad
let recording: string

beforeAll(async () => {
  road = await PenaltyRoad.open(officeOf(house().desk), { name: '从录音到档案的一件案件' })
  await road.file()
  lin = await house().signIn('lin')
})
afterAll(() => rmSync(scratch, { recursive: true }))

const arrival = () =>
  lin.getByRole('list', { name: '要登记的文件' }).getByRole('listitem').filter({ hasText: SOUND.name })

/** The cable is pulled when half of the file has come; answers how to put it back. */
async function cutInTheMiddle(): Promise<() => Promise<void>> {
  let hasCome = false
  const cut = async (route: Route) => {
    const isFirst = !hasCome && route.request().method() === 'PATCH'
    hasCome ||= isFirst
    if (isFirst) await route.fetch({ postData: HALF })
    await route.abort('connectionfailed')
  }
  await lin.route(UPLOAD, cut)
  return () => lin.unroute(UPLOAD, cut)
}

test('a recording is sent, cut in the middle, goes on and is registered', async () => {
  await lin.goto(`${house().desk}/recordings`)
  const mend = await cutInTheMiddle()
  await lin.getByLabel('选择文件', { exact: true }).setInputFiles(SOUND)
  await expect.poll(() => arrival().textContent(), { timeout: 30_000 }).toContain('正在重新连接')
  const takenUp = lin.waitForResponse((answer) => answer.request().method() === 'HEAD' && UPLOAD.test(answer.url()))
  await mend()
  expect((await takenUp).headers()['upload-offset']).toBe(String(HALF.length))
  await expect.poll(() => arrival().textContent(), { timeout: 60_000 }).toContain('已传完')
  await lin.getByRole('button', { name: /^登记 1 件/ }).click()
  const row = lin.getByRole('link').filter({ has: lin.getByText(SOUND.name, { exact: true }) })
  await row.waitFor()
  recording = /recordings\/([0-9a-f-]{36})/.exec((await row.getAttribute('href')) ?? '')?.[1] ?? ''
  expect(recording).not.toBe('')
})

test('it is bound to the inquiry that it shows, plays, and a mark in it becomes evidence', async () => {
  const caller = await road.as('lin')
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()
  await road.take('lin', 'inquire', {
    case: {
      officers: road.handlers,
      'certificate-shown': true,
      'began-at': at(90),
      'ended-at': at(30),
      'inquiry-place': '本局询问室',
      'inquired-person': '赵某',
      'inquiry-text': '问：何时购进？\n答：去年。',
    },
  })
  const course = (await caller.get(`/api/cases/${road.id}/recordings`)).json<Course>()
  const scene = course.scenes.find((line) => line.scene === 'inquiry')
  const to = { run: scene?.run, scene: scene?.scene, recording }
  const headers = { 'if-match': `"${course.version}"` }
  const bound = await caller.send('POST', `/api/cases/${road.id}/recordings`, to, headers)
  expect(bound.statusCode, bound.body).toBe(200)

  await lin.goto(`${house().desk}/recordings/${recording}`)
  await lin.getByRole('slider', { name: '播放位置' }).waitFor()
  const sound = lin.locator('audio')
  await expect.poll(() => sound.evaluate((item) => (item as HTMLAudioElement).readyState)).toBeGreaterThan(0)
  await lin.keyboard.press('Space')
  await expect.poll(() => sound.evaluate((item) => (item as HTMLAudioElement).currentTime)).toBeGreaterThan(0.3)
  await lin.keyboard.press('Space')
  await lin.getByRole('button', { name: '播放', exact: true }).waitFor()
  await lin.keyboard.press('m')
  await expect.poll(() => lin.evaluate(() => document.activeElement?.matches('.mark-form input') ?? false)).toBe(true)
  await lin.keyboard.type('当事人说明进货时间')
  await expect.poll(() => lin.getByRole('button', { name: '作标记' }).isEnabled()).toBe(true)
  await lin.keyboard.press('Enter')
  await lin.getByRole('button', { name: /^作为证据/ }).click()
  const form = lin.getByRole('form', { name: '作为证据' })
  await form.getByRole('button', { name: '加入证据' }).click()
  await form.waitFor({ state: 'detached' })
  const { evidence } = (await road.state('lin')) as unknown as { evidence: readonly { title: string }[] }
  expect(evidence.map(({ title }) => title)).toContain('当事人说明进货时间')
})

test('a stretch of it is silenced in a copy, and the original stays what it was', async () => {
  await lin.reload()
  const line = lin.getByRole('slider', { name: '播放位置' })
  await line.waitFor()
  const box = await line.boundingBox()
  if (!box) throw new Error('there is no line')
  const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const
  await lin.mouse.move(...at(0.25))
  await lin.mouse.down()
  await lin.mouse.move(...at(0.35), { steps: 4 })
  await lin.mouse.move(...at(0.5), { steps: 4 })
  await lin.mouse.up()
  await lin.getByRole('tab', { name: '片段和遮盖' }).click()
  await lin.getByRole('button', { name: '静音一部分' }).click()
  await lin.getByRole('button', { name: '把选段静音' }).click()
  await lin.getByLabel('制作理由').fill('隐去举报人的姓名')
  await lin.getByRole('button', { name: '制作遮盖版' }).click()
  await expect.poll(() => lin.getByRole('button', { name: '看这个' }).isEnabled(), { timeout: 60_000 }).toBe(true)
  await lin.getByRole('button', { name: '核对原件' }).click()
  await lin.getByText(/原件与登记一致/).waitFor()
})

test('an officer of another unit hears it after access was granted, and not before', async () => {
  const zhuo = await house().signIn('zhuo')
  await zhuo.goto(`${house().desk}/recordings/${recording}`)
  await zhuo
    .getByText(/申请调阅/)
    .first()
    .waitFor()
  await new AccessRoad(officeOf(house().desk), road.id).grant()
  await zhuo.reload()
  await zhuo.getByRole('slider', { name: '播放位置' }).waitFor()
  await expect
    .poll(() => zhuo.locator('audio').evaluate((item) => (item as HTMLAudioElement).readyState))
    .toBeGreaterThan(0)
})

test('the case ends, its dossier is handed over and sealed, and the package proves itself on another machine', async () => {
  await finishCase()
  await lin.goto(`${house().desk}/cases/${road.id}?show=dossier`)
  await lin.getByRole('form', { name: '移交案卷' }).getByRole('button', { name: '移交案卷' }).click()
  await lin.getByText('已移交，等档案管理员检查').waitFor({ timeout: 60_000 })
  const wei = await house().signIn('wei')
  await wei.goto(`${house().desk}/archive`)
  await wei.getByRole('list', { name: '待接收' }).getByRole('link').filter({ hasText: '从录音到档案' }).click()
  await wei.getByText('没有不符合的项目').waitFor({ timeout: 60_000 })
  await wei.getByRole('button', { name: '接收并封存' }).click()
  const link = wei.getByRole('link', { name: /下载归档包/ })
  await link.waitFor({ timeout: 90_000 })
  const [download] = await Promise.all([wei.waitForEvent('download'), link.click()])
  const tar = join(scratch, 'package.tar')
  await download.saveAs(tar)
  execFileSync('tar', ['-xf', tar, '-C', scratch], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const bag = join(scratch, readdirSync(scratch).find((name) => name !== 'package.tar') ?? '')
  const original = originalIn(bag)

  const vkey = (await (await fetch(`${house().portal}/log/vkey`)).text()).trim().split('\n')[0] ?? ''
  const verify = () => runZhaofa(['verify', bag, '--vkey', vkey], {})
  expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringContaining('核验通过') })

  const bytes = readFileSync(original)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(original, bytes)
  expect(await verify()).toMatchObject({ code: 1 })
  expect(house().violations).toEqual([])
})

/** What this journey is not about goes over HTTP. */
async function finishCase(): Promise<void> {
  const { version } = (await (await road.as('lin')).get(`/api/cases/${road.id}`)).json<{ version: number }>()
  road.version = version
  await road.investigate()
  await road.notify()
  await road.draft()
  await road.review()
  await road.decide()
  await road.finish()
}

/** The recording as it lies in the package, found by its bytes. */
function originalIn(bag: string): string {
  const wanted = createHash('sha256').update(SOUND.buffer).digest('hex')
  const files = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  const paths = files.map((item) => join(item.parentPath, item.name))
  const found = paths.find((path) => createHash('sha256').update(readFileSync(path)).digest('hex') === wanted)
  if (!found) throw new Error('the recording is not in the package')
  return found
}
