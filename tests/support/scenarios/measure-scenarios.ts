import * as custody from '../custody-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import { atTheBank, FREEZE_ASKED, freezeApproved, frozen, openMeasureCase } from '../measure-steps.ts'
import { deliverAll, fileCase } from '../penalty-steps.ts'
import type { Rows, Scenario } from './scenario.ts'

type Slip = readonly [gate: string, says: string, facts: (office: LawOffice) => Record<string, unknown>]

const AT_THE_BANK: readonly Slip[] = [
  ['two-officers-seize', '两名以上', () => ({ officers: ['lin', 'expired'] })],
  ['identity-shown', '出示执法身份证件', () => ({ 'identity-shown': false })],
  ['not-frozen-before', '不得重复冻结', () => ({ 'not-frozen-before': false })],
  ['measure-times-in-order', '晚于开始时间', (office) => ({ 'ended-at': `${office.today}T00:30:00.000Z` })],
]

const FREEZE: Rows = {
  'freeze/ask/amount-fits': {
    says: '金额相当',
    run: (office) => {
      fileCase(office)
      done(office.take('lin', 'open-freeze'))
      return office.take('lin', 'ask', { case: { ...FREEZE_ASKED, 'amount-fits': false } })
    },
  },
  ...Object.fromEntries(
    AT_THE_BANK.map(([gate, says, facts]): [string, Scenario] => [
      `freeze/freeze/${gate}`,
      {
        says,
        run: (office) => {
          freezeApproved(office)
          return office.take('lin', 'freeze', { case: atTheBank(office, facts(office)) })
        },
      },
    ]),
  ),
  'freeze/lapse/freeze-over': {
    says: '还没有届满',
    run: (office) => frozen(office).take('lin', 'lapse', { case: { 'lapse-words': '银行已经解除' } }),
  },
}

const NOTE = { case: { 'closing-note': '已经另行立案' } }

const MEASURE_CASE: Rows = {
  'measure-case/close/measures-over': {
    says: '“冻结存款、汇款”还没有结束',
    run: (office) => {
      openMeasureCase(office)
      freezeApproved(office)
      return office.take('lin', 'close', NOTE)
    },
  },
  'measure-case/close/measure-papers-delivered': {
    says: '文书还没有全部交付',
    run: (office) => {
      custody.seized(openMeasureCase(office))
      custody.liftAll(office)
      done(office.take('lin', 'finish'))
      custody.giveBack(office)
      return office.take('lin', 'close', NOTE)
    },
  },
  'measure-case/close/things-accounted-for': {
    says: '还有涉案物品在保管中',
    run: (office) => {
      custody.seized(openMeasureCase(office))
      custody.liftAll(office)
      done(office.take('lin', 'finish'))
      deliverAll(office)
      return office.take('lin', 'close', NOTE)
    },
  },
}

export const MEASURES: Rows = { ...FREEZE, ...MEASURE_CASE }
