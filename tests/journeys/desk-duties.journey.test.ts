import { expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { beginCase, handedOver, refusedBy, waitsOf } from '../support/desk-steps.ts'
import { officeDay } from '../support/office-day.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const HANDLERS = ['林一', '周二']
const enter = async (login: string) => new DeskHand(await house().signIn(login))
test('a levy is assessed, decided by two, told, paid in two parts by their receipts, and ends when nothing is owed', async () => {
  const [lin, zheng, shen] = [await enter('lin'), await enter('zheng'), await enter('shen')]
  const address = await beginCase(lin, {
    procedure: /^行政征收\s*核定/,
    party: '山水冷链',
    entries: {
      承办人员: HANDLERS,
      案件名称: '南屏青石山水冷链物流有限公司征收案',
      征收项目: '特种设备安全技术监察费（虚构）',
      征收依据: '《南屏市特种设备监察收费办法》第四条',
      列入现行目录清单: true,
      征收标准: '每台每年三百元',
    },
  })
  await lin.act('作出征收决定', {
    征收的事实: '使用叉车四台，已登记。',
    应缴金额: '1200',
    逾期的后果: '不加收滞纳金',
    重大执法决定的情形: '没有下列情形',
  })
  await zheng.agree(address, '作出征收决定')
  await shen.agree(address, '作出征收决定')
  await lin.openCase(address)
  await lin.act('登记送达', handedOver('林一'))
  await lin.act('登记缴款和票据', { 本次缴纳的金额: '500', 票据号: '虚构票据一号' })
  await expect.poll(() => waitsOf(lin).textContent()).toContain('还没有缴清')
  await lin.choose('登记缴款和票据')
  await lin.fillIn({ 本次缴纳的金额: '700', 票据号: '虚构票据一号' })
  const refused = await refusedBy(lin)
  await expect.poll(() => refused.textContent()).toContain('已经入账，不能再入一次')
  await lin.fillIn({ 票据号: '虚构票据二号' })
  await lin.submit()
  await lin.act('缴清，办结')
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('办结')
  expect(house().violations).toEqual([])
})

test('a benefit is asked for at the window, checked, granted by the head, and ends when it has been paid out', async () => {
  const [window, lin, shen] = [await enter('chuang'), await enter('lin'), await enter('shen')]
  const zheng = await enter('zheng')
  const address = await beginCase(window, {
    procedure: /^行政给付\s*公民/,
    party: '司马喆',
    entries: {
      承办人员: HANDLERS,
      案件名称: '司马喆申请举报奖励（虚构）',
      事项: '食品安全举报人慰问（虚构）',
      设定依据: '《南屏市食品安全举报办法》第九条',
      申请内容: '举报查实，申请慰问金',
      收到的材料: '申请书\n身份证复印件',
    },
  })
  await window.act('受理')
  await window.act('登记送达', handedOver('庄九'))
  await lin.openCase(address)
  await lin.act('提出核查意见', { 核查情况: '举报属实，符合条件。' })
  await zheng.agree(address, '提出核查意见')
  await lin.openCase(address)
  await lin.act('准予给付', { 给付金额: '800', 给付标准和期限: '一次性八百元', 发放方式: '转入本人银行账户' })
  await shen.agree(address, '准予给付')
  await window.openCase(address)
  await window.act('登记送达', handedOver('庄九'))
  await lin.openCase(address)
  await expect.poll(() => waitsOf(lin).textContent()).toContain('发放')
  await lin.act('登记发放', { 已发放金额: '800', 发放日期: officeDay(), 发放凭证号: '虚构凭证一号' })
  await lin.act('发放完毕，办结')
  await expect.poll(() => lin.page.getByRole('main').textContent()).toContain('办结')
  expect(house().violations).toEqual([])
})
