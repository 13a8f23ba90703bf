import { expect, test } from 'vitest'
import { setAgencyRule } from '../support/agency-rule.ts'
import { roadAt } from '../support/case-road.ts'
import { ClockedCase } from '../support/clocked-case.ts'
import type { DeskHand, Entries } from '../support/desk-hand.ts'
import { beginCase, caseMain, refusedBy, waitsOf } from '../support/desk-steps.ts'
import { storeRecording } from '../support/stored-recording.ts'

const office = new ClockedCase('2026-03-10T02:00:00Z')
const HANDLERS = ['朱一', '秦二']
const serve = (zhu: DeskHand, on: string) => office.serve(zhu, on, ...HANDLERS)

const ORDER: Entries = {
  承办人员: HANDLERS,
  案件名称: '南屏临河建筑工程有限公司违法建设强制执行案',
  决定的内容: '责令拆除违法建设的二层彩钢房，恢复原状',
  决定书文号: '青城执责改〔2025〕7号',
  作出决定的日期: '2025-10-09',
  决定书送达的日期: '2025-10-10',
  决定书规定的履行期限: '2025-10-31',
  地点: '青石区云岭街道筑业路9号',
}
const DEMOLITION: Entries = {
  强制执行的方式: '强制拆除',
  授予执行权的法律依据: '《城乡规划法》第六十八条',
  强制执行的理由: '经催告、公告仍不拆除',
  强制执行的时间: '2026年4月27日上午八时起',
  重大执法决定的情形: '没有下列情形',
}
const ON_THE_SPOT: Entries = {
  '实施、监督的执法人员': HANDLERS,
  开始时间: '2026-04-26 08:00',
  结束时间: '2026-04-26 09:30',
  地点: '青石区云岭街道筑业路9号',
  经过和结果: '现场宣读决定书，清点并搬离屋内财物以后拆除完毕。',
  当事人到场: true,
  执行文书的签名: '当事人和执法人员已签名',
  '没有对居民生活停止供水、供电、供热、供燃气': true,
}

/** What the recorder of the first handler took, as the docking station leaves it. */
async function recorded(capturedAt: string): Promise<void> {
  const { context } = office.house.desk
  const road = await roadAt(office.house.desk, office.address, 'zhu')
  const { agency, handlers } = await road.state('zhu')
  await storeRecording(context, {
    agencyId: agency,
    officerId: handlers[0] ?? null,
    capturedAt,
    fileName: '拆除现场.mp4',
  })
}

test('an illegal structure comes down only after urging, an announced term and the end of every remedy, by day and recorded', async () => {
  const zhu = await office.handOf('zhu')
  await zhu.page.goto(office.house.address)
  office.address = await beginCase(zhu, {
    procedure: /^行政决定的强制执行/,
    party: '临河建筑',
    entries: ORDER,
  })
  await zhu.act('报请立案执行', { 立案执行的理由: '逾期没有拆除' })
  await office.agreed('报请立案执行', 'xu', 'shi')
  await zhu.openCase(office.address)
  await zhu.act('由本机关强制执行')
  await zhu.act('发出催告书', {
    催告履行的义务: '拆除二层彩钢房，恢复原状',
    履行义务的期限: '2026-03-25',
    履行义务的方式: '自行拆除并清理',
  })
  await office.agreed('发出催告书', 'xu')
  await serve(zhu, '2026-03-10')

  const announcing = await office.back('zhu', 17)
  await announcing.choose('作出强制执行决定')
  await announcing.fillIn(DEMOLITION)
  const early = await refusedBy(announcing)
  for (const reason of ['法律没有授予本机关“强制拆除”的执行权', '强制拆除前应当予以公告', '提起诉讼的期限还没有届满'])
    await expect.poll(() => early.textContent()).toContain(reason)
  await announcing.openCase(office.address)
  await announcing.act('公告限期自行拆除', {
    '建筑物、构筑物、设施的位置和面积': '筑业路9号院内二层彩钢房，六十平方米',
    当事人自行拆除的期限: '2026-04-20',
  })
  await office.agreed('公告限期自行拆除', 'xu', 'shi')
  await announcing.page.goto(`${office.address}?show=documents`)
  await expect.poll(() => caseMain(announcing).textContent()).toContain('限期拆除公告')

  await setAgencyRule(office.house.desk, 'zhu', {
    code: 'execution.own-ways',
    value: ['强制拆除'],
    basis: '《城乡规划法》第六十八条',
  })
  const deciding = await office.back('zhu', 27)
  await deciding.act('作出强制执行决定', DEMOLITION)
  await office.agreed('作出强制执行决定', 'xu', 'shi')
  await deciding.openCase(office.address)
  await expect.poll(() => waitsOf(deciding).textContent()).toContain('决定书还没有送达')
  await serve(deciding, '2026-04-23')

  const doing = await office.back('zhu', 4)
  await doing.choose('实施强制拆除')
  await expect.poll(() => caseMain(doing).textContent()).toContain('现场宣读强制执行决定书、划定警戒')
  await doing.fillIn(ON_THE_SPOT)
  const resting = await refusedBy(doing)
  await expect.poll(() => resting.textContent()).toContain('2026-04-26 是法定节假日或者休息日，不得实施强制执行')
  await doing.fillIn({ 开始时间: '2026-04-27 08:00', 结束时间: '2026-04-27 09:30' })
  await doing.submit()
  await doing.page.goto(`${office.address}?show=recordings`)
  await expect.poll(() => caseMain(doing).textContent()).toContain('待归集')
  await expect.poll(() => waitsOf(doing).textContent()).toContain('“强制拆除”应当全程音像记录')
  await recorded('2026-04-27T00:00:00.000Z')
  await doing.page.reload()
  const scene = doing.page.getByRole('listitem', { name: '强制拆除', exact: true })
  await scene.getByRole('button', { name: /^绑定音像/ }).click()
  await scene.getByRole('button', { name: '绑定 拆除现场.mp4' }).click()
  await expect.poll(() => scene.textContent()).toContain('有音像记录')
  await doing.openCase(office.address)
  const proceeds = waitsOf(doing).getByRole('listitem').filter({ hasText: '登记划拨、拍卖所得' })
  await expect.poll(() => proceeds.textContent()).toContain('请用对应的操作登记')
  await doing.act('执行完毕', { 履行的情况: '已经拆除，恢复原状。' })
  await office.agreed('执行完毕', 'xu')
  await doing.openCase(office.address)
  await doing.act('报请结案', { 结案说明: '强制拆除完毕' })
  await office.agreed('报请结案', 'xu', 'shi')
  await doing.openCase(office.address)
  await expect.poll(() => caseMain(doing).textContent()).toContain('立卷归档')
})
