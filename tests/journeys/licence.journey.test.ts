import { expect, test } from 'vitest'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { withHouse } from '../support/journey.ts'
import { officeDay } from '../support/office-day.ts'

const HANDLERS = ['林一', '周二']

test('a licence goes from the window through a supplement and a hearing to the certificate', async () => {
  await withHouse(async (house) => {
    const today = officeDay()
    const window = new DeskHand(await house.signIn('chuang'))
    const lin = new DeskHand(await house.signIn('lin'))
    const zheng = new DeskHand(await house.signIn('zheng'))
    const shen = new DeskHand(await house.signIn('shen'))

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
    const handedOver = {
      送达方式: '直接送达',
      送达日期: today,
      签收人: '赵某',
      送达地点: '政务服务窗口',
      送达人: ['庄九'],
    }

    await window.act('一次告知补正', { 需要补正的全部内容: '平面布局图；执业药师资格证书复印件' })
    await window.act('登记送达', handedOver)
    await window.act('收到补正材料', { 补正的材料: '平面布局图\n执业药师资格证书复印件' })
    const closed = window.page.getByRole('region', { name: '还不能' })
    await expect.poll(() => closed.textContent()).toContain('补正只能一次告知全部内容')
    await window.act('受理')
    await window.act('登记送达', handedOver)

    await lin.openCase(address)
    await lin.act('告知利害关系人和听证权', { 利害关系人: '邻居甲，石桥街道 3 号', 重大利益关系: '相邻经营' })
    await window.openCase(address)
    await window.act('登记送达', handedOver)
    await lin.openCase(address)
    await lin.act('登记利害关系人收到告知', { 利害关系人收到告知的日期: today })
    const waits = lin.page.getByRole('region', { name: '还不能' })
    await expect.poll(() => waits.textContent()).toContain('要求听证的期限到')
    await lin.act('依申请组织听证', { 要求听证的人: '邻居甲', 申请事由: '担心经营范围重复' })
    await expect.poll(() => waits.textContent()).toContain('听证还没有结束')
    await lin.act('申请听证的人撤回，终止听证', { 终止的原因: '邻居甲书面撤回' })

    await lin.act('核查实质内容', {
      核查人员: HANDLERS,
      核查时间: `${today} 08:00`,
      核查场所: '石桥街道经营场所',
      核查情况: '与申请材料一致。',
      许可现场核查: WORDS_ARE_ENOUGH,
    })
    await lin.act('提出审查意见', {
      审查情况: '经现场核查，符合条件。',
      需要核实申请材料的实质内容: true,
      直接关系他人重大利益: true,
      列入本机关重大执法决定法制审核目录: false,
    })
    await zheng.agree(address, '提出审查意见')
    await lin.openCase(address)
    await lin.act('准予许可', { 许可内容和条件: '零售：处方药、非处方药、中成药', 有效期至: '2031-10-31' })
    await shen.agree(address, '准予许可')

    await window.openCase(address)
    await window.act('登记送达', handedOver)
    await window.act('颁发许可证件', { 许可证件编号: 'YP-2026-0001' })
    const main = window.page.getByRole('main').first()
    await expect.poll(() => main.textContent()).toContain('办结')
    await expect.poll(() => main.textContent()).toContain('承诺 10 个工作日')
    expect(house.violations).toEqual([])
  })
})
