import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { CaseRoad } from '../support/case-road.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { APPLICATION } from '../support/licence-steps.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { SEVEN_POINTS } from '../support/penalty-steps.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
let road: PenaltyRoad
let lin: DeskHand
let address: string
const enter = async (login: string) => new DeskHand(await house().signIn(login))
const hintsIn = (place: Locator) => place.locator('.case-hints').first()

beforeAll(async () => {
  const office = officeOf(house().desk)
  const label = encodeURIComponent('经营标签不合格')
  const found = await (await office.as('lin')).get(`/api/violations?text=${label}`)
  const [matter] = found.json<{ violations: { id: string; cause: string }[] }>().violations
  const met = new PenaltyRoad(office)
  await met.meetPeople()
  const violations = [{ party: met.party, cause: matter?.cause, catalogueId: matter?.id }]
  road = await PenaltyRoad.open(office, { name: '戊己商店经营标签不合格食品案', violations })
  await road.proposeFiling()
  address = `${house().desk}/cases/${road.id}`
  lin = await enter('lin')
})

test('who agrees to a proposal reads beside it the hints that its handler read', async () => {
  const zheng = await enter('zheng')
  await zheng.openCase(address)
  const hints = hintsIn(zheng.page.getByRole('region', { name: '审批：报请立案' }))
  await hints.waitFor()
  await expect.poll(() => hints.textContent()).toContain('首违不罚清单')
  await expect.poll(() => hints.textContent()).toContain('《行政处罚法》')
  await road.agree('zheng', 'shen')
})

test('a reviewer reads them above the draft, and so does who discusses it', async () => {
  await road.investigate()
  await road.notify({ 'value-base': '138', tier: '货值不足一万元，适用一般档次' })
  await road.draft()
  await road.take('lin', 'submit-review')
  const wu = await enter('wu')
  await wu.page.getByRole('link', { name: '审核', exact: true }).click()
  await wu.page.getByRole('link', { name: /戊己商店/ }).click()
  const draft = wu.page.getByRole('region', { name: '卷宗' })
  await expect.poll(() => hintsIn(draft).textContent()).toContain('首违不罚清单')

  await road.take('wu', 'pass', { case: SEVEN_POINTS })
  await road.take('lin', 'go-to-decision')
  await lin.openCase(address)
  await lin.choose('作出处罚决定')
  await expect.poll(() => hintsIn(lin.page.locator('[data-act]')).textContent()).toContain('首违不罚清单')
  await road.take('lin', 'hold-panel')
  const { runs } = await road.state('lin')
  const panel = runs.findLast(({ procedure }) => procedure === 'panel')
  const han = await enter('han')
  await han.page.goto(`${house().desk}/panels/${road.id}/${panel?.id}`)
  const beside = han.page.getByRole('region', { name: '拟稿和音像' })
  await expect.poll(() => hintsIn(beside).textContent()).toContain('首违不罚清单')
})

test('the head of the unit gives a licence to other handlers, and the button names the rule', async () => {
  const window = new CaseRoad(officeOf(house().desk))
  const facts = { case: APPLICATION.case }
  await window.open('chuang', {
    procedure: 'licence',
    name: '庚辛饭店食品经营许可申请',
    parties: [road.party],
    violations: [],
    handlers: road.handlers,
    facts,
  })
  await window.take('chuang', 'accept')
  const zheng = await enter('zheng')
  await zheng.openCase(`${house().desk}/cases/${window.id}`)
  await zheng.choose('更换承办人员')
  await expect.poll(() => zheng.page.locator('[data-act]').textContent()).toContain('《行政许可法》第三十四条第三款')
  await zheng.fillIn({ 新的承办人员: ['林一'], 更换的理由: '周二调离' })
  await zheng.page.locator('.form-foot button[type=submit]').click()
  const wrong = zheng.page.getByRole('alert').filter({ hasText: '还不能提交' })
  await expect.poll(() => wrong.textContent()).toContain('还差一名有资格的执法人员')
  await expect.poll(() => zheng.page.locator('[data-act]').textContent()).toContain('（内部管理：承办人员两名以上')
  await zheng.fillIn({ 新的承办人员: ['钱三'] })
  await zheng.submit()
  const { handlers } = await window.state('zheng')
  expect(handlers).toHaveLength(2)
  expect(handlers).not.toContain(road.handlers[1])
})

test('nothing of this broke the policy of the page', () => expect(house().violations).toEqual([]))
