import { beforeAll, expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { officeTime } from '../support/office-day.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
let road: PenaltyRoad
let address: string
let lin: DeskHand
beforeAll(async () => {
  road = await PenaltyRoad.open(officeOf(house().desk))
  await road.file()
  address = `${house().desk}/cases/${road.id}`
  lin = new DeskHand(await house().signIn('lin'))
})

const HANDLERS = ['林一', '周二']
const summary = () => lin.page.getByRole('alert').filter({ hasText: '还不能提交' })
const scene = (title: string) => lin.page.getByRole('listitem', { name: title, exact: true })

test('an act that may be recorded asks whether it was, and shows the words to say', async () => {
  await lin.openCase(address)
  await lin.choose('制作询问笔录')
  await lin.fillIn({
    执法人员: HANDLERS,
    已经主动出示执法证件: true,
    开始时间: officeTime(-120),
    结束时间: officeTime(-60),
    询问地点: '本局询问室',
    被询问人: '赵某',
    询问内容: '问：货架上的调味品何时购进？\n答：去年购进。',
  })
  const words = lin.page.getByRole('region', { name: '音像记录' })
  await words.getByText('怎样记录，怎样说').click()
  await expect.poll(() => words.textContent()).toContain('现在依法向您询问有关情况，询问过程录音录像')
  await lin.page.locator('.form-foot button[type=submit]').click()
  await expect.poll(() => summary().textContent()).toContain('没有录制的，请写明原因')
  await lin.fillIn({ 询问: '其他原因' })
  await words.getByLabel('询问没有音像记录的原因').fill('被询问人是未成年人，监护人不同意录像')
  await lin.submit()
  await lin.page.goto(`${address}?show=timeline`)
  const told = lin.page.getByText('“询问”没有音像记录：被询问人是未成年人，监护人不同意录像')
  await told.first().waitFor()
})

test('a recording that was promised is owed with its clock until it is bound from the tab', async () => {
  const now = Date.now()
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString()
  const facts = {
    officers: road.handlers,
    'certificate-shown': true,
    'began-at': at(21 * 60),
    'ended-at': at(19 * 60),
    'scene-place': '青石区冷链园区',
    'scene-text': '仓库货架上有六瓶超过保质期的调味品。',
  }
  await road.read('lin').then(({ version }) => Object.assign(road, { version }))
  const follows = { 'on-site-inspection': { follows: true } }
  await road.take('lin', 'inspect-scene', { case: facts }, { scenes: follows })
  await lin.page.goto(`${address}?show=recordings`)
  const inspection = scene('现场检查、勘验')
  await expect.poll(() => inspection.textContent()).toMatch(/待归集，还有 [45] 小时/)
  await inspection.getByRole('button', { name: /^绑定音像/ }).click()
  const likely = inspection.getByRole('list', { name: '很可能是' })
  await expect.poll(() => likely.textContent()).toContain('仓库检查.mp4')
  await likely.getByRole('button', { name: '绑定 仓库检查.mp4' }).click()
  const bound = inspection.getByRole('list', { name: '现场检查、勘验的音像记录' })
  await expect.poll(() => bound.textContent()).toContain('仓库检查.mp4')
  await expect.poll(() => inspection.textContent()).toContain('有音像记录')
  const { recordings } = await road.state('lin')
  expect(recordings).toMatchObject([{ scene: 'on-site-inspection', medium: 'video' }])
})

test('what was bound by mistake is taken off with a reason, and is owed again', async () => {
  const inspection = scene('现场检查、勘验')
  await inspection.getByRole('button', { name: /^绑错了，解除绑定/ }).click()
  await lin.fillIn({ 解除绑定的原因: '绑错' }, inspection)
  await inspection.getByRole('button', { name: '解除绑定', exact: true }).click()
  await expect.poll(() => inspection.textContent()).toContain('解除绑定的原因应为 5 至 500 个字')
  await lin.fillIn({ 解除绑定的原因: '绑错了，是另一家仓库的' }, inspection)
  await inspection.getByRole('button', { name: '解除绑定', exact: true }).click()
  await expect.poll(() => inspection.textContent()).toMatch(/待归集，还有 [45] 小时/)
  await expect.poll(() => inspection.getByRole('list', { name: '现场检查、勘验的音像记录' }).count()).toBe(0)
})

test('what must be recorded and is lost is explained in writing, and the head of the agency lets it stand', async () => {
  const zheng = await officeOf(house().desk).as('zheng')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const entry = {
    ...{ scene: 'evidence-taking', effectiveOn: today, duty: 'must', media: ['video', 'photo'], retention: '永久' },
    basis: '《青石区市场监督管理局音像记录事项清单》',
  }
  expect((await zheng.send('POST', '/api/recording-list/entries', entry)).statusCode).toBe(201)
  await road.read('lin').then(({ version }) => Object.assign(road, { version }))
  const evidence = [{ kind: '书证', title: '进货台账', source: '当事人' }]
  await expect
    .poll(async () => {
      const { offers } = await road.read('lin')
      return offers.find(({ action }) => action === 'add-evidence')?.records[0]?.duty
    })
    .toBe('must')
  await road.take('lin', 'add-evidence', {}, { evidence, scenes: {} })
  await lin.page.reload()
  const taking = scene('提取、固定证据')
  await taking.getByRole('button', { name: '灭失或者无法录制，写书面说明' }).click()
  await lin.fillIn({ 书面说明: '记录仪落水，存储卡损坏，经送修不能恢复，存储卡已经封存备查。' }, taking)
  await taking.getByRole('button', { name: '报机关负责人审批' }).click()
  await expect.poll(() => taking.textContent()).toContain('等机关负责人审批')
  const shen = new DeskHand(await house().signIn('shen'))
  await shen.page.goto(`${address}?show=recordings`)
  const asked = shen.page.getByRole('listitem', { name: '提取、固定证据', exact: true })
  await asked.getByLabel('审批意见').waitFor()
  await shen.fillIn({ 审批意见: '同意，存储卡封存备查，今后双机录制。' }, asked)
  await asked.getByRole('button', { name: '同意这份说明' }).click()
  await expect.poll(() => asked.textContent()).toContain('书面说明已经机关负责人同意')
  await lin.page.reload()
  await expect.poll(() => taking.textContent()).toContain('同意，存储卡封存备查，今后双机录制。')
})

test('the head of a unit sets the list stricter, and everybody reads it from its day on', async () => {
  const zheng = new DeskHand(await house().signIn('zheng'))
  await zheng.page.goto(`${house().desk}/recordings/list`)
  await zheng.page.getByRole('button', { name: '设定：举行听证' }).click()
  const dialog = zheng.page.getByRole('dialog', { name: '设定“举行听证”' })
  await dialog.getByRole('radio', { name: '全程记录', exact: true }).check()
  await dialog.getByRole('button', { name: '设定', exact: true }).click()
  await expect.poll(() => dialog.textContent()).toMatch(/请写明依据|日期/)
  await zheng.fillIn({ 生效日: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }, dialog)
  await zheng.fillIn({ 依据: '《青石区市场监督管理局音像记录事项清单》' }, dialog)
  await dialog.getByRole('button', { name: '设定', exact: true }).click()
  const hearing = zheng.page.getByRole('row', { name: /举行听证/ })
  await expect.poll(() => hearing.textContent()).toContain('全程记录')
  await lin.page.goto(`${house().desk}/recordings/list`)
  await expect.poll(() => lin.page.getByRole('row', { name: /举行听证/ }).textContent()).toContain('全程记录')
  await expect.poll(() => lin.page.getByRole('button', { name: /^设定：/ }).count()).toBe(0)
})
