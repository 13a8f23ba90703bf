import { expect, test } from 'vitest'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { roadAt } from '../support/case-road.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { officeOf } from '../support/house-office.ts'
import { withHouse } from '../support/journey.ts'
import { officeDay } from '../support/office-day.ts'
import { SEVEN_POINTS } from '../support/penalty-steps.ts'

const HANDLERS = ['林一', '周二']
/** More than seven working days, whatever holiday lies between. */
const UNTIL_HEARD = 20

test('a licence goes from the window through its one supplement and a hearing that is held, and is decided by its record', async () => {
  await withHouse(async (house) => {
    const today = plainDate(officeDay())
    const hearingOn = addDays(today, UNTIL_HEARD)
    const enter = async (login: string) => new DeskHand(await house.signIn(login))
    const handedOver = (on: string) => ({
      送达方式: '直接送达',
      送达日期: on,
      签收人: '赵某',
      送达地点: '政务服务窗口',
      送达人: ['庄九'],
    })
    const waits = (hand: DeskHand) => hand.page.getByRole('region', { name: '还不能' })
    const window = await enter('chuang')
    const lin = await enter('lin')
    const shen = await enter('shen')

    await window.page.getByRole('link', { name: '新建案件' }).first().click()
    await window.page.getByRole('radio', { name: /^行政许可\s*公民/ }).click()
    await window.page.getByLabel('查找当事人').fill('石桥大药房')
    await window.page.getByRole('button', { name: /^选用.*石桥大药房/ }).click()
    await window.fillIn({
      案件名称: '南屏石桥大药房有限公司药品经营许可申请',
      承办人员: HANDLERS,
      许可事项: '药品经营许可',
      许可依据: '《药品管理法》第五十一条',
      申请内容: '申请在石桥街道零售药品',
      收到的材料: '申请书',
      承诺办结的工作日: '10',
    })
    await window.moving(window.page.getByRole('button', { name: '登记案件' }))
    await window.page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
    const address = window.page.url().split('?')[0] ?? ''
    await window.act('一次告知补正', {
      需要补正的全部内容: '营业场所平面图：注明比例和面积\n执业药师注册证：复印件加盖印章',
    })
    await window.act('登记送达', handedOver(today))
    await window.act('收到补正材料', { 补正的材料: '平面图一份、执业药师注册证复印件一份' })
    await expect.poll(() => waits(window).textContent()).toContain('补正只能一次告知全部内容')
    await window.act('受理')
    await window.act('登记送达', handedOver(today))

    await lin.openCase(address)
    await lin.act('告知利害关系人和听证权', { 利害关系人: '邻居甲，石桥街道 3 号', 重大利益关系: '相邻经营' })
    await window.openCase(address)
    await window.act('登记送达', handedOver(today))
    await lin.openCase(address)
    await lin.act('登记利害关系人收到告知', { 利害关系人收到告知的日期: today })
    await expect.poll(() => waits(lin).textContent()).toContain('要求听证的期限到')
    await lin.act('依申请组织听证', { 要求听证的人: '邻居甲', 要求听证的日期: today, 申请事由: '担心经营范围重复' })
    await expect.poll(() => waits(lin).textContent()).toContain('听证还没有结束')
    await lin.act('发出听证通知书', {
      听证主持人: ['陈八'],
      听证日期: hearingOn,
      听证时间: '上午九时三十分',
      听证地点: '本局会议室',
      公开举行: true,
    })
    await shen.agree(address, '发出听证通知书')
    await window.openCase(address)
    await window.act('登记送达', handedOver(today))

    house.pass(UNTIL_HEARD)
    const chen = await enter('chen')
    await chen.openCase(address)
    await chen.act('记录听证', {
      听证笔录: '邻居甲：担心经营范围重复。审查人员：两店相距二百米，符合布局要求。',
      主持人意见: '布局符合规定，建议准予许可',
      举行听证: WORDS_ARE_ENOUGH,
    })

    const back = await enter('lin')
    await back.openCase(address)
    await back.choose('提出审查意见')
    await back.fillIn({
      审查情况: '申请材料齐全，符合条件。',
      需要核实申请材料的实质内容: false,
      直接关系他人重大利益: true,
      列入本机关重大执法决定法制审核目录: false,
    })
    await back.page.locator('.form-foot button[type=submit]').click()
    await expect.poll(() => back.page.getByRole('main').first().textContent()).toContain('请写明笔录中的意见和采纳情况')
    await back.fillIn({ 听证笔录中的意见和采纳情况: '邻居甲的意见没有采纳：距离符合规定（听证笔录第 1 页）' })
    await back.submit()

    const road = await roadAt(officeOf(house.desk), address, 'zheng')
    await road.agree('zheng')
    const granted = { case: { conditions: '零售：处方药、非处方药', 'valid-until': '2031-10-31' } }
    // After a hearing it is reviewed before it is decided.
    await road.take('lin', 'submit-review', granted)
    await road.take('wu', 'pass', { case: SEVEN_POINTS })
    await road.take('lin', 'grant', granted)
    await road.agree('shen')
    const clerk = await enter('chuang')
    await clerk.openCase(address)
    await clerk.act('登记送达', handedOver(hearingOn))
    await clerk.act('颁发许可证件', { 许可证件编号: 'YP-2026-0001' })
    const main = clerk.page.getByRole('main').first()
    await expect.poll(() => main.textContent()).toContain('办结')
    await expect.poll(() => main.textContent()).toContain('承诺 10 个工作日')
    expect(house.violations).toEqual([])
  })
})
