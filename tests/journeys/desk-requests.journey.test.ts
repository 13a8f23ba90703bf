import { expect, test } from 'vitest'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { DeskHand } from '../support/desk-hand.ts'
import {
  beginCase,
  caseMain,
  handedOver,
  refusedAtBeginning,
  refusedBy,
  registerCase,
  waitsOf,
} from '../support/desk-steps.ts'
import { officeOf } from '../support/house-office.ts'
import { officeDay } from '../support/office-day.ts'
import { reviewPassed } from '../support/review-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const HANDLERS = ['林一', '周二']
const enter = async (login: string) => new DeskHand(await house().signIn(login))
const tomorrow = () => addDays(plainDate(officeDay()), 1)

test('what is requisitioned in an emergency is reviewed, decided by the head, counted by two, given back, and its damage is paid for', async () => {
  const [lin, shen] = [await enter('lin'), await enter('shen')]
  const calm = await refusedAtBeginning(lin, {
    procedure: /^行政征用/,
    party: '山水冷链',
    entries: {
      承办人员: HANDLERS,
      案件名称: '征用冷链货车转运疫苗案（虚构）',
      突发事件: '七月暴雨洪涝（青石区防汛Ⅱ级响应，虚构）',
      属于应对突发事件的紧急需要: false,
      征用理由: '转运疫苗需要冷链货车',
    },
  })
  await expect.poll(() => calm.textContent()).toContain('只有应对突发事件的紧急需要才可以征用')
  const address = await registerCase(lin, { 属于应对突发事件的紧急需要: true })
  const use = { 征用的财产: '冷链货车 两辆', 使用单位和用途: '区疾控中心，转运疫苗' }
  await lin.choose('提交法制审核')
  await lin.fillIn({ ...use, 使用至: addDays(plainDate(officeDay()), -1), 重大执法决定的情形: '没有下列情形' })
  const late = await refusedBy(lin)
  await expect.poll(() => late.textContent()).toContain('使用期限不能早于今天')
  await lin.fillIn({ 使用至: tomorrow() })
  await lin.submit()
  await expect.poll(() => waitsOf(lin).textContent()).toContain('作出征用决定')
  await reviewPassed(officeOf(house().desk), address)
  await lin.openCase(address)
  await lin.act('作出征用决定')
  await shen.agree(address, '作出征用决定')
  await lin.openCase(address)
  await expect.poll(() => waitsOf(lin).textContent()).toContain('征用决定书')
  await lin.act('登记送达', handedOver('林一'))
  await lin.choose('清点、接收财产')
  await lin.fillIn({ 清点人员: ['林一'], 交接时的状况: '两辆完好，里程已记录' })
  const alone = await refusedBy(lin)
  await expect.poll(() => alone.textContent()).toContain('还差一名')
  await lin.fillIn({ 清点人员: HANDLERS })
  await lin.submit()
  await lin.choose('返还财产')
  await lin.fillIn({
    清点人员: HANDLERS,
    返还日期: tomorrow(),
    返还时的状况: '一辆完好，一辆右门变形',
    '有毁损、灭失': true,
  })
  const untold = await refusedBy(lin)
  for (const reason of ['返还日期不能晚于今天', '有毁损、灭失的，请写明'])
    await expect.poll(() => untold.textContent()).toContain(reason)
  await lin.fillIn({ 返还日期: officeDay(), '毁损、灭失情况': '右门变形，修理费估价三千元' })
  await lin.submit()
  await expect.poll(() => waitsOf(lin).textContent()).toContain('还没有作出补偿决定')
  await lin.act('作出补偿决定', { 补偿金额: '3000', 补偿的标准和理由: '按修理费' })
  await shen.agree(address, '作出补偿决定')
  await lin.openCase(address)
  await lin.act('登记送达', handedOver('林一'))
  await expect.poll(() => waitsOf(lin).textContent()).toContain('补偿还没有支付完')
  await lin.choose('登记补偿支付')
  await lin.fillIn({ 已支付补偿: '3000', 支付日期: tomorrow() })
  const ahead = await refusedBy(lin)
  await expect.poll(() => ahead.textContent()).toContain('支付日期不能晚于今天')
  await lin.fillIn({ 支付日期: officeDay() })
  await lin.submit()
  await lin.act('办结')
  await lin.page.goto(`${address}?show=documents`)
  for (const paper of ['征用审批表', '征用决定书', '征用财产清点交接笔录', '征用财产返还笔录', '征用补偿决定书'])
    await expect.poll(() => caseMain(lin).textContent()).toContain(paper)
  expect(house().violations).toEqual([])
})

test('a fee outside the published catalogue is not charged; one within it is noticed, paid against its receipt, and closed', async () => {
  const [lin, zheng] = [await enter('lin'), await enter('zheng')]
  const unlisted = await refusedAtBeginning(lin, {
    procedure: /^行政收费/,
    party: '山水冷链',
    entries: {
      承办人员: HANDLERS,
      案件名称: '南屏青石山水冷链物流有限公司收费案',
      收费项目: '特种设备检验费（虚构）',
      收费依据: '《南屏市特种设备检验收费办法》第四条',
      列入现行目录清单: false,
      收费标准: '每台二百元',
    },
  })
  await expect.poll(() => unlisted.textContent()).toContain('目录清单之外的收费、基金一律不得执行')
  const address = await registerCase(lin, { 列入现行目录清单: true })
  await lin.act('发出缴款通知', { 收费的事实: '检验叉车四台。', 应缴金额: '800' })
  await zheng.agree(address, '发出缴款通知')
  await lin.openCase(address)
  await lin.act('登记送达', handedOver('林一'))
  await lin.choose('登记缴款和票据')
  await lin.fillIn({ 本次缴纳的金额: '800', 缴款日期: tomorrow() })
  const unreceipted = await refusedBy(lin)
  for (const reason of ['请填写票据号', '缴款日期不能晚于今天'])
    await expect.poll(() => unreceipted.textContent()).toContain(reason)
  await lin.fillIn({ 缴款日期: officeDay(), 票据号: '虚构票据三号' })
  await lin.submit()
  await lin.act('缴清，办结')
  await expect.poll(() => caseMain(lin).textContent()).toContain('办结')
  expect(house().violations).toEqual([])
})

test('a confirmation is asked for at the window, completed once, checked, confirmed by the head and handed over', async () => {
  const [window, lin] = [await enter('chuang'), await enter('lin')]
  const [zheng, shen] = [await enter('zheng'), await enter('shen')]
  const address = await beginCase(window, {
    procedure: /^行政确认/,
    party: '司马喆',
    entries: {
      承办人员: HANDLERS,
      案件名称: '司马喆申请确认（虚构）',
      事项: '股权出质登记（虚构）',
      设定依据: '《南屏市股权出质登记办法》第三条',
      申请内容: '申请确认股权出质',
      收到的材料: '申请书',
      承诺办结的工作日: '5',
    },
  })
  await window.act('一次性告知补正', { 需要补正的全部内容: '质权合同：原件一份' })
  await window.act('登记送达', handedOver('庄九'))
  await window.act('收到补正材料', { 补正的材料: '质权合同一份' })
  await expect.poll(() => waitsOf(window).textContent()).toContain('补正只能一次告知全部内容')
  await window.act('受理')
  await window.act('登记送达', handedOver('庄九'))
  await lin.openCase(address)
  await lin.act('提出核实意见', { 核实情况: '合同真实，材料齐全。' })
  await zheng.agree(address, '提出核实意见')
  await lin.openCase(address)
  await lin.act('准予确认', { 确认内容: '股权出质成立，质权人诸葛某' })
  await shen.agree(address, '准予确认')
  await window.openCase(address)
  await expect.poll(() => waitsOf(window).textContent()).toContain('还有文书没有送达')
  await window.act('登记送达', handedOver('庄九'))
  await window.act('送达完毕，办结')
  await expect.poll(() => caseMain(window).textContent()).toContain('承诺 5 个工作日')
  expect(house().violations).toEqual([])
})
