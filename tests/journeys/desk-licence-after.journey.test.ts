import { beforeAll, expect, test } from 'vitest'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { DeskHand, type Entries } from '../support/desk-hand.ts'
import { caseMain, handedOver, refusedAtBeginning, refusedBy, registerCase, waitsOf } from '../support/desk-steps.ts'
import { officeOf } from '../support/house-office.ts'
import { grantedLicence } from '../support/licence-road.ts'
import { officeTime } from '../support/office-day.ts'
import { reviewPassed } from '../support/review-road.ts'
import { sharedHouse } from '../support/shared-house.ts'

const house = sharedHouse()
const HANDLERS = ['林一', '周二']
let window: DeskHand
let lin: DeskHand
let zheng: DeskHand
let shen: DeskHand
beforeAll(async () => {
  const enter = async (login: string) => new DeskHand(await house().signIn(login))
  window = await enter('chuang')
  lin = await enter('lin')
  zheng = await enter('zheng')
  shen = await enter('shen')
})

const register = (hand: DeskHand) => hand.page.getByRole('main', { name: '许可' })
const starts = (hand: DeskHand) => register(hand).getByRole('region', { name: '可以办理' })

/** Finds the licence in the register and opens it. */
async function findLicence(hand: DeskHand, number: string): Promise<void> {
  await hand.page.goto(`${house().desk}/licences`)
  await hand.page.getByRole('link').filter({ hasText: number }).click()
  await starts(hand).waitFor()
}

/** Begins a case about the licence from its page, where holder, number and item are filled in. */
async function beginAbout(hand: DeskHand, number: string, title: string, entries: Entries): Promise<string> {
  await findLicence(hand, number)
  await starts(hand).getByRole('link', { name: title, exact: true }).click()
  await expect.poll(() => hand.page.getByLabel('许可证件编号').inputValue()).toBe(number)
  await expect.poll(() => hand.page.getByLabel('许可事项').inputValue()).toBe('食品经营许可')
  return registerCase(hand, { 承办人员: HANDLERS, 案件名称: `${title} ${number}`, ...entries })
}

/** The holder is told what the office is about to take away and why, gets the letter, and is heard. */
async function holderHeard(address: string, telling: string, reason: string): Promise<void> {
  await lin.act(telling, { 理由: reason })
  await shen.agree(address, telling)
  await lin.openCase(address)
  await expect.poll(() => waitsOf(lin).textContent()).toContain('告知书还没有送达被许可人')
  await lin.act('登记送达', handedOver('林一'))
  await expect.poll(() => waitsOf(lin).textContent()).toContain('陈述申辩期还没有届满')
  await lin.act('听取陈述申辩', { 陈述申辩内容: '请求从宽', 是否采纳和理由: '已记录，一并考虑' })
  await expect.poll(() => waitsOf(lin).textContent()).toContain('还没有提交法制审核')
}

/** What is about to be decided is handed in, reviewed, decided in the same words and agreed to. */
async function reviewedAndDecided(address: string, decision: string, entries: Entries): Promise<void> {
  await lin.submit()
  await reviewPassed(officeOf(house().desk), address)
  await lin.openCase(address)
  await lin.act(decision, entries)
  await shen.agree(address, decision)
  await lin.openCase(address)
  await lin.act('登记送达', handedOver('林一'))
  await lin.act('送达完毕，办结')
}

test('a change is asked for by the holder, checked on the spot by two, granted by the head, and stands in the register', async () => {
  await grantedLicence(officeOf(house().desk), '许变一号')
  const address = await beginAbout(window, '许变一号', '行政许可变更', {
    申请内容: '经营场所扩大一间',
    收到的材料: '申请书\n许可证正本',
  })
  await window.act('受理')
  await window.act('登记送达', handedOver('庄九'))

  await lin.openCase(address)
  await lin.choose('提出审查意见')
  await lin.fillIn({ 审查情况: '材料齐全，场所符合要求。', 需要核实申请材料的实质内容: true })
  const unchecked = await refusedBy(lin)
  await expect.poll(() => unchecked.textContent()).toContain('先由两名以上工作人员核查')
  await lin.openCase(address)
  await lin.act('核查实质内容', {
    核查人员: HANDLERS,
    核查时间: officeTime(-30),
    核查场所: '新扩大的一间',
    核查情况: '与图纸一致',
    许可现场核查: WORDS_ARE_ENOUGH,
  })
  await lin.act('提出审查意见', { 审查情况: '材料齐全，场所符合要求。', 需要核实申请材料的实质内容: true })
  await zheng.agree(address, '提出审查意见')
  await lin.openCase(address)
  await lin.act('准予变更', { 许可内容和条件: '热食类制售，两间' })
  await shen.agree(address, '准予变更')
  await window.openCase(address)
  await expect.poll(() => waitsOf(window).textContent()).toContain('还有文书没有送达')
  await window.act('登记送达', handedOver('庄九'))
  await window.act('送达完毕，办结')
  await expect.poll(() => caseMain(window).textContent()).toContain('办结')
  await findLicence(window, '许变一号')
  await expect.poll(() => register(window).textContent()).toContain('热食类制售，两间')
  expect(house().violations).toEqual([])
})

test('a lawful licence is taken back for the public good only after its holder was heard, and the loss is made good', async () => {
  await grantedLicence(officeOf(house().desk), '许撤二号')
  const address = await beginAbout(lin, '许撤二号', '撤回行政许可', {
    情形: '准予许可所依据的客观情况发生重大变化',
  })
  await holderHeard(address, '告知拟撤回许可', '经营场所所在地块已被征收')
  await lin.choose('提交法制审核')
  await lin.fillIn({ 给被许可人造成财产损失: true, 重大执法决定的情形: '没有下列情形' })
  const uncompensated = await refusedBy(lin)
  await expect.poll(() => uncompensated.textContent()).toContain('应当依法给予补偿，请写明补偿的决定或者办法')
  await lin.fillIn({ 补偿: '按评估价补偿三万元，三十日内支付' })
  await reviewedAndDecided(address, '撤回许可', {})
  await findLicence(lin, '许撤二号')
  await expect.poll(() => register(lin).textContent()).toContain('已撤回')
  await expect.poll(() => starts(lin).textContent()).toContain('不能再办理')
  expect(house().violations).toEqual([])
})

test('a licence that was got by fraud is revoked by the decision for fraud alone, which bars its holder for three years', async () => {
  await grantedLicence(officeOf(house().desk), '许销三号')
  const address = await beginAbout(lin, '许销三号', '撤销行政许可', { 情形: '以欺骗、贿赂等不正当手段取得许可' })
  await holderHeard(address, '告知拟撤销许可', '提交的租赁合同系伪造')
  await expect.poll(() => waitsOf(lin).textContent()).toContain('请用“撤销以欺骗、贿赂取得的许可”')
  await lin.choose('提交法制审核')
  await lin.fillIn({ 重大执法决定的情形: '没有下列情形' })
  await reviewedAndDecided(address, '撤销以欺骗、贿赂取得的许可', {
    '直接关系公共安全、人身健康、生命财产安全的事项': true,
  })
  await findLicence(lin, '许销三号')
  await expect.poll(() => register(lin).textContent()).toContain('已撤销')
  await window.page.goto(house().desk)
  const barred = await refusedAtBeginning(window, {
    procedure: /^行政许可\s*公民/,
    party: '㛃味',
    entries: {
      承办人员: HANDLERS,
      案件名称: '再次申请食品经营许可',
      许可事项: '食品经营许可',
      许可依据: '《食品安全法》第三十五条第一款',
      申请内容: '申请在青石区经营餐饮',
      收到的材料: '申请书',
    },
  })
  await expect.poll(() => barred.textContent()).toContain('不得再次申请“食品经营许可”')
  expect(house().violations).toEqual([])
})
