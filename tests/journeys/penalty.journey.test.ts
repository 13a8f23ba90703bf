import { expect, test } from 'vitest'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { DeskHand } from '../support/desk-hand.ts'
import { withHouse } from '../support/journey.ts'
import { officeDay, officeTime } from '../support/office-day.ts'

const HANDLERS = ['林一', '周二']
const SEVEN_POINTS = 7

test('an ordinary penalty goes from a clue to the decision on the portal, by four people at their own desks', async () => {
  await withHouse(async (house) => {
    const today = officeDay()
    const lin = new DeskHand(await house.signIn('lin'))
    const zheng = new DeskHand(await house.signIn('zheng'))
    const shen = new DeskHand(await house.signIn('shen'))
    const wu = new DeskHand(await house.signIn('wu'))

    await lin.page.getByRole('link', { name: '新建案件' }).first().click()
    await lin.page.getByRole('radio', { name: '行政处罚（普通程序）' }).click()
    await lin.page.getByLabel('查找当事人').fill('山水冷链')
    await lin.page.getByRole('button', { name: /^选用.*山水冷链/ }).click()
    await lin.page.getByLabel('查找违法行为').fill('超过保质期')
    await lin.page
      .getByRole('button', { name: /^选用.*超过保质期/ })
      .first()
      .click()
    await lin.page.getByRole('button', { name: /^用“/ }).click()
    await lin.fillIn({ 承办人员: HANDLERS, 案件来源: '行政检查', 发现日期: today })
    await lin.fillIn({ 线索内容: '检查时发现货架上有超过保质期的调味品', 违法行为发生地: '青石区石桥街道' })
    await lin.moving(lin.page.getByRole('button', { name: '登记案件' }))
    await lin.page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
    const address = lin.page.url().split('?')[0] ?? ''
    const agree = async (title: string, ...people: readonly DeskHand[]) => {
      for (const person of people) await person.agree(address, title)
      await lin.openCase(address)
    }
    const deliver = () =>
      lin.act('登记送达', {
        送达方式: '直接送达',
        送达日期: today,
        签收人: '赵某',
        送达地点: '当事人住所',
        送达人: HANDLERS,
      })

    await lin.act('报请立案', {
      '发生在本机关管辖范围，或者有指定管辖': true,
      行为终了日期: today,
      立案理由: '涉嫌经营超过保质期的食品',
    })
    await agree('报请立案', zheng, shen)

    await lin.act('制作询问笔录', {
      执法人员: HANDLERS,
      已经主动出示执法证件: true,
      开始时间: officeTime(-120),
      结束时间: officeTime(-60),
      询问地点: '本局询问室',
      被询问人: '赵某',
      询问内容: '问：货架上的调味品何时购进？\n答：去年购进，忘了撤下。',
      询问: WORDS_ARE_ENOUGH,
    })
    await lin.choose('添加证据')
    await lin.page.getByRole('button', { name: '添加没有文件的证据' }).click()
    await lin.page.getByLabel('名称').first().fill('进货台账')
    await lin.fillIn({ '提取、固定证据': WORDS_ARE_ENOUGH })
    await lin.submit()
    await lin.act('报送调查终结报告', {
      查明的事实和证据: '当事人经营超过保质期的调味品 6 瓶，货值 138 元（证据 1）。',
      情节复杂: false,
      重大违法行为: false,
      涉及重大公共利益: true,
      '疑难复杂，涉及多个法律关系': false,
      '属于本机关审核目录或者法律、法规规定的其他审核情形': false,
      处理意见: '给予行政处罚',
      处理意见的理由: '事实清楚，证据充分',
    })
    await agree('报送调查终结报告', zheng)

    await lin.act('发出告知书', {
      '货值金额或者违法所得（计算幅度的基数）': '138',
      适用的裁量档次和理由: '货值不足一万元，主动配合，适用较轻档次',
      拟罚款: '50000',
    })
    await agree('发出告知书', zheng, shen)
    await deliver()
    await lin.act('记录陈述、申辩或者放弃', {
      '明确放弃（或者表示不再）陈述、申辩': true,
      明确放弃听证: true,
      放弃的记录方式: '书面',
    })
    await lin.act('复核陈述、申辩和听证意见', { 复核意见: '当事人书面放弃陈述、申辩。' })
    await agree('复核陈述、申辩和听证意见', zheng)

    await lin.act('拟决定稿', { 决定理由和裁量说明: '违法事实清楚，裁量适当。', 责令改正的内容和期限: '立即停止经营' })
    await expect
      .poll(() => lin.page.getByRole('region', { name: '还不能' }).textContent())
      .toContain('还没有提交法制审核')
    await lin.act('提交法制审核')

    await wu.page.getByRole('link', { name: '审核', exact: true }).click()
    await wu.page
      .getByRole('main', { name: '法制审核' })
      .getByRole('link', { name: /山水冷链.*超过保质期/ })
      .click()
    const points = wu.page.locator('.point')
    await points.first().waitFor()
    await expect.poll(() => points.count()).toBe(SEVEN_POINTS)
    for (const point of await points.all()) {
      await point.getByRole('radio', { name: '没有问题' }).check()
      await point.getByLabel('理由').fill('经核对卷宗，符合规定。')
    }
    await wu.fillIn({ 审核意见: '同意拟作的决定' })
    await wu.submit()

    await lin.openCase(address)
    await lin.act('转入决定')
    await lin.act('作出处罚决定')
    await agree('作出处罚决定', shen)
    await deliver()

    const visitor = await house.browser.newPage()
    await expect
      .poll(
        async () => {
          await visitor.goto(`${house.portal}/decisions`)
          return visitor.getByRole('main').textContent()
        },
        { timeout: 30_000 },
      )
      .toContain('超过保质期')
    await visitor
      .getByRole('main')
      .getByRole('link', { name: /超过保质期/ })
      .first()
      .click()
    await expect.poll(() => visitor.getByRole('main').textContent()).toContain('50,000.00')

    // That it became public is on the record of the case, which has moved on by that.
    await lin.openCase(address)
    await lin.act('送达完毕，转入执行')
    await lin.act('登记缴款和履行情况', {
      '本次缴纳的罚没款（含加处罚款）': '50000',
      缴款日期: today,
      处罚内容已全部履行: true,
    })
    await lin.act('报请结案', { 结案说明: '处罚决定已经履行完毕' })
    await agree('报请结案', zheng, shen)
    await lin.act('立卷归档', { 保管期限: '30年' })
    await expect.poll(() => lin.page.getByRole('main').first().textContent()).toContain('办结')
    expect(house.violations).toEqual([])
  })
})
