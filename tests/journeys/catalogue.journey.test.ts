import { expect, test } from 'vitest'
import { DeskHand } from '../support/desk-hand.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const HANDLERS = ['林一', '周二']
const LIST = [
  '事项编码,事项名称,事项类别,设定依据,行使层级,公布日期,施行日期',
  'QS-SC-JC-090,冷链仓库检查（虚构）,行政检查,《食品安全法》第一百一十条,县级,2026-01-01,2026-01-01',
  'QS-SC-JC-091,没有依据的检查（虚构）,行政检查,有关规定,县级,2026-01-01,2026-01-01',
].join('\n')

test('a list is handed in, an inspection begins from one of its items, and the case keeps name, basis and version', async () => {
  const zheng = new DeskHand(await house().signIn('zheng'))
  await zheng.page.goto(`${house().desk}/catalogue`)
  const content = { name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
  await zheng.page.getByLabel('清单文件').setInputFiles(content)
  await zheng.page.getByRole('button', { name: '导入清单' }).click()
  const result = zheng.page.getByRole('region', { name: '导入的结果' })
  await expect.poll(() => result.textContent()).toContain('取 1 行，已有 0 行，拒 1 行')
  await expect.poll(() => result.textContent()).toContain('第 3 行：“设定依据”里“有关规定”不是完整的依据')

  const lin = new DeskHand(await house().signIn('lin'))
  await lin.page.goto(`${house().desk}/catalogue?kind=${encodeURIComponent('行政检查')}`)
  await lin.page.getByRole('link', { name: /^开案.*冷链仓库检查/ }).click()
  await lin.page.getByLabel('查找当事人').fill('山水冷链')
  await lin.page.getByRole('button', { name: /^选用.*山水冷链/ }).click()
  await expect.poll(() => lin.page.getByLabel('检查事项').count()).toBe(0)
  await lin.page.getByRole('button', { name: /^用“/ }).click()
  await lin.fillIn({
    承办人员: HANDLERS,
    检查类型: '日常检查',
    任务来源: '年度检查计划',
    '计划、方案或者线索': '年度行政检查计划',
    检查方式: '现场检查',
    是否联合检查: false,
  })
  await lin.moving(lin.page.getByRole('button', { name: '登记案件' }))
  await lin.page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  const address = lin.page.url().split('?')[0] ?? ''
  await lin.page.goto(`${address}?show=facts`)
  const page = lin.page.getByRole('main', { name: '案件', exact: true })
  await expect.poll(() => page.textContent()).toContain('行政检查，QS-SC-JC-090，第 1 版')
  await expect.poll(() => page.textContent()).toContain('《食品安全法》第一百一十条')
  expect(house().violations).toEqual([])
})
