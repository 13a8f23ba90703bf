import * as custody from './custody-steps.ts'
import { done, type LawOffice } from './law-office.ts'
import { deliverAll, fileCase } from './penalty-steps.ts'

export const FREEZE_ASKED = {
  reason: '涉嫌以会员费名义吸收资金，涉案金额三十万元',
  'measure-basis': '《某法》第一条第一款',
  bank: '南屏银行青石支行',
  account: '户名：青石味来餐饮管理有限公司，账号：0000 1111 2222',
  amount: '300000',
  'amount-fits': true,
}

export function atTheBank(office: LawOffice, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    officers: ['lin', 'zhou'],
    'identity-shown': true,
    'not-frozen-before': true,
    'began-at': `${office.today}T01:00:00.000Z`,
    'ended-at': `${office.today}T02:00:00.000Z`,
    place: '南屏银行青石支行',
    scene: '向柜台经理交付协助冻结通知书，实际冻结三十万元。',
    ...more,
  }
}

/** A freeze that has been asked for in a case under investigation, and approved. */
export function freezeApproved(office: LawOffice): LawOffice {
  if (!office.state) fileCase(office)
  done(office.take('lin', 'open-freeze'))
  done(office.take('lin', 'ask', { case: FREEZE_ASKED }))
  office.agreeAll('zheng', 'wu')
  return office
}

export function frozen(office: LawOffice): LawOffice {
  freezeApproved(office)
  done(office.take('lin', 'freeze', { case: atTheBank(office) }))
  return office
}

/** A case that is nothing but its measures. */
export function openMeasureCase(office: LawOffice): LawOffice {
  const facts = { source: '投诉', 'found-on': office.today, clue: '有人正在转移货物', place: '青石区某路 1 号' }
  done(office.open('measure-case', 'lin', { case: facts }))
  return office
}

/** Goods are seized before any case is filed, lifted and given back. */
export function seizedAndLifted(office: LawOffice): LawOffice {
  custody.seized(openMeasureCase(office))
  custody.liftAll(office)
  done(office.take('lin', 'finish'))
  custody.giveBack(office)
  deliverAll(office)
  return office
}
