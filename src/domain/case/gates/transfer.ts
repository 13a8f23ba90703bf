import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, childOf, childrenOf, textOf } from '../view.ts'

const TRANSFER = '《行政执法机关移送涉嫌犯罪案件的规定》'

/** A transfer is a wait, not an end: the case comes back when nobody is prosecuted (移送规定第十条、第十三条). */
export const transferReturned: Gate = {
  id: 'transfer-returned',
  basis: `${TRANSFER}第十条、第十三条`,
  refuse: (view) =>
    refuseUnless(view, ['not-approved', 'not-filed', 'returned'], '移送还没有退回：等待移送决定或者公安机关的书面结果'),
}

export const transferConvicted: Gate = {
  id: 'transfer-convicted',
  basis: '《行政处罚法》第二十七条、第三十五条',
  refuse: (view) => refuseUnless(view, ['convicted'], '司法机关还没有追究刑事责任的结果'),
}

const isOpen = (view: CaseView): boolean => childrenOf(view, 'transfer').some(({ endedOn }) => endedOn === undefined)

export const noTransferOpen: Gate = {
  id: 'no-transfer-open',
  basis: `${TRANSFER}第五条`,
  refuse: (view) => (isOpen(view) ? '已经报请移送公安机关，还没有结果' : undefined),
}

/** The case is not closed over the head of the police: what comes back from them belongs to it. */
export const transferOver: Gate = {
  id: 'transfer-over',
  basis: `${TRANSFER}第十条、第十三条`,
  refuse: (view) => (isOpen(view) ? '移送公安机关还没有结果，等有了结果再结案' : undefined),
}

/** The reply of the police is awaited from this day on. */
export const sentByToday: Gate = {
  id: 'sent-by-today',
  basis: `${TRANSFER}第五条`,
  judgesInput: true,
  field: 'sent-on',
  refuse: (view) => (textOf(view, 'sent-on') > view.env.today ? '移送日期不能晚于今天' : undefined),
}

/** What goes with the letter is named paper by paper; goods and samples have a list of their own (移送规定第六条). */
export const materialsListed: Gate = {
  id: 'materials-listed',
  basis: `${TRANSFER}第六条`,
  judgesInput: true,
  field: 'materials',
  refuse: (view) => {
    const lines = textOf(view, 'materials').split('\n')
    const wanted = view.state.things?.length ? ['调查报告', '清单'] : ['调查报告']
    const missing = wanted.filter((word) => !lines.some((line) => line.includes(word)))
    return missing.length > 0 ? `移送的材料应当一行一份写明，还没有${missing.join('、')}` : undefined
  },
}

/** The receipt is signed by the police when they take the case over (移送规定第七条). */
export const signedAfterSending: Gate = {
  id: 'signed-after-sending',
  basis: `${TRANSFER}第七条`,
  judgesInput: true,
  field: 'receipt-on',
  refuse: (view) => {
    const [sent, signed] = [textOf(view, 'sent-on'), textOf(view, 'receipt-on')]
    if (signed > view.env.today) return '回执日期不能晚于今天'
    return signed < sent ? `回执日期不能早于移送日期 ${sent}` : undefined
  },
}

/** Forwarding is to another office than the one that has the case (移送规定第七条). */
export const anotherPolice: Gate = {
  id: 'another-police-office',
  basis: `${TRANSFER}第七条`,
  judgesInput: true,
  field: 'forwarded-to',
  refuse: (view) =>
    textOf(view, 'forwarded-to') === textOf(view, 'police') ? '转送的公安机关应当与受移送的公安机关不同' : undefined,
}

function refuseUnless(view: CaseView, outcomes: readonly string[], sentence: string): string | undefined {
  const transfer = childOf(view, 'transfer')
  return transfer?.outcome !== undefined && outcomes.includes(transfer.outcome) ? undefined : sentence
}
