import { ofParty } from '../duty-roads.ts'
import * as execution from '../execution-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { newestEntry, reverse, reversed } from '../reversal-steps.ts'
import * as summary from '../summary-steps.ts'
import { charged } from './duty-scenarios.ts'
import type { Rows } from './scenario.ts'

type Step = (office: LawOffice) => LawOffice

/** Where money is booked: nothing yet, ten yuan of it, and all that has to be done before the case is closed. */
type Paying = {
  readonly ready: Step
  readonly pay: (office: LawOffice, receipt: string) => LawOffice
  readonly done: Step
  readonly close?: string
}

const close = (office: LawOffice) => office.take('lin', 'close', { case: { 'closure-note': '已经履行完毕' } })

function charge(procedure: 'fee' | 'levy'): Paying {
  const pay = (office: LawOffice, paid: string, receipt: string): LawOffice => {
    done(office.take('lin', 'record-payment', ofParty({ paid, 'receipt-number': receipt })))
    return office
  }
  return {
    ready: (office) => charged(office, procedure),
    pay: (office, receipt) => pay(office, '10', receipt),
    done: (office) => pay(charged(office, procedure), '3000', 'A-1'),
    close: 'finish',
  }
}

function typed(office: LawOffice, receipt: string): LawOffice {
  done(execution.performed(office, { paid: '10', 'receipt-number': receipt }))
  return office
}

function proceeds(office: LawOffice, receipt: string): LawOffice {
  const party = steps.ofEveryParty(office, { paid: '10', 'paid-on': office.today, 'receipt-number': receipt })
  done(office.take('lin', 'book-proceeds', { case: { 'proceeds-note': '拍卖所得' }, party }))
  return office
}

function executed(office: LawOffice): LawOffice {
  const begun = execution.decided(execution.executionFiled(office))
  done(execution.execute(proceeds(begun, 'T-1')))
  done(office.take('lin', 'finish', { case: { 'performed-words': '执行完毕' } }))
  office.agreeAll('zheng')
  return office
}

const PAYING: Readonly<Record<string, Paying>> = {
  'penalty-ordinary': {
    ready: (office) => steps.reach(office, 'performance'),
    pay: typed,
    done: (office) => {
      done(execution.performed(steps.reach(office, 'performance'), { paid: '5000' }))
      return office
    },
  },
  'penalty-summary': {
    ready: summary.toPerformance,
    pay: typed,
    done: (office) => summary.settle(summary.toPerformance(office)),
  },
  fee: charge('fee'),
  levy: charge('levy'),
  'execution-case': {
    ready: (office) => execution.decided(execution.executionFiled(office)),
    pay: proceeds,
    done: executed,
  },
}

function reversals(procedure: string, { ready, pay, done: settled, close: last = 'close' }: Paying): Rows {
  const key = `${procedure}/reverse-payment`
  return {
    [`${key}/something-booked`]: {
      says: '没有可以冲销的缴款',
      run: (office) => reverse(ready(office), 'id-of-nothing'),
      beside: ['booked-here'],
    },
    [`${key}/booked-here`]: {
      says: '本案账上没有这一笔',
      run: (office) => reverse(pay(ready(office), 'A-1'), 'id-of-nothing'),
    },
    [`${key}/reversed-once`]: {
      says: '一笔只冲销一次',
      run: (office) => {
        const first = newestEntry(pay(ready(office), 'A-1')).id
        return reverse(reversed(pay(office, 'A-2'), first), first)
      },
    },
    [`${key}/reversal-stands`]: {
      says: '这一笔本身是冲销',
      run: (office) => {
        const first = newestEntry(pay(ready(office), 'A-1')).id
        return reverse(reversed(pay(office, 'A-2'), first))
      },
    },
    [`${procedure}/${last}/no-reversal-pending`]: {
      says: '等审批有了结果再结案',
      run: (office) => {
        done(reverse(settled(office)))
        return last === 'close' ? close(office) : office.take('lin', last)
      },
    },
  }
}

export const REVERSALS: Rows = Object.assign(
  {},
  ...Object.entries(PAYING).map(([procedure, paying]) => reversals(procedure, paying)),
)
