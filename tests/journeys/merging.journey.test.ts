import { expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { officeDay } from '../support/office-day.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()

test('a clue becomes a case, the case is merged into an older one, and the notice centre tells its handlers', async () => {
  const today = officeDay()
  const main = await PenaltyRoad.open(officeOf(house().desk), { name: '先立案的违法行为案' })
  await main.file()
  const clue = await PenaltyRoad.open(officeOf(house().desk), {
    procedure: 'clue',
    name: '群众举报的过期食品线索',
    violations: [],
    facts: { case: { source: '举报', 'found-on': today, clue: '举报过期食品', place: '青石早市' } },
  })
  const lin = new DeskHand(await house().signIn('lin'))
  const zheng = new DeskHand(await house().signIn('zheng'))
  const shen = new DeskHand(await house().signIn('shen'))

  await lin.openCase(`${house().desk}/cases/${clue.id}`)
  await lin.act('报请转为案件', {
    核查情况: '现场看到过期食品两件',
    处理意见: '转为案件',
    '发生在本机关管辖范围，或者有指定管辖': true,
  })
  await zheng.agree(`${house().desk}/cases/${clue.id}`, '报请转为案件')
  const second = await PenaltyRoad.open(officeOf(house().desk), {
    name: '由举报产生的违法行为案',
    origin: { kind: 'clue', id: clue.id },
  })
  await second.file()

  const address = `${house().desk}/cases/${second.id}`
  await lin.openCase(address)
  await lin.choose('报请并入另一案件')
  await lin.page.getByRole('button', { name: /^选用.*先立案/ }).click()
  await lin.page.getByRole('button', { name: /^已选/ }).waitFor()
  await lin.fillIn({ 理由和依据: '同一当事人的几项违法行为，一并查处' })
  const request = { name: '并案请示.txt', mimeType: 'text/plain', buffer: Buffer.from('请示') }
  await lin.page.getByLabel('添加附件').setInputFiles(request)
  await lin.page.getByRole('button', { name: /^移去.*并案请示/ }).waitFor()
  await lin.submit()
  await zheng.openCase(address)
  await zheng.page.getByRole('link', { name: '并案请示.txt' }).waitFor()
  await zheng.agree(address, '报请并入另一案件')
  await shen.agree(address, '报请并入另一案件')
  await shen.openCase(address)
  await expect.poll(() => shen.page.getByRole('main').textContent()).toContain('已经并入“先立案的违法行为案')

  await lin.openCase(`${house().desk}/cases/${main.id}`)
  await lin.page.getByRole('link', { name: '由举报产生的违法行为案' }).first().waitFor()
  await lin.page.goto(`${house().desk}/notices`)
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('并入您承办的“先立案的违法行为案”')
  expect(house().violations).toEqual([])
})
