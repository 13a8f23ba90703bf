import { PROPOSALS } from '#procedures/penalty-facts.ts'
import * as custody from '../custody-steps.ts'
import type { LawOffice } from '../law-office.ts'
import { done } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import * as summary from '../summary-steps.ts'
import * as transfer from '../transfer-steps.ts'
import type { Rows, Run } from './scenario.ts'

const sending =
  (facts: Record<string, unknown>, before: (office: LawOffice) => LawOffice = transfer.proposeTransfer): Run =>
  (office) => {
    transfer.approve(before(office))
    return office.take('lin', 'send', { case: { ...transfer.sending(office).case, ...facts } })
  }
const sent = (office: LawOffice): LawOffice => transfer.sendToPolice(transfer.proposeTransfer(office))

/** Things are held in the case, so that the list of them goes along. */
function withThings(office: LawOffice): LawOffice {
  custody.seized(office)
  done(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '货值较大' } }))
  return transfer.reportTransfer(office)
}

const LATE = '2999-01-01'
const answeredAhead =
  (action: string, reach: (office: LawOffice) => LawOffice): Run =>
  (office) =>
    reach(office).take('lin', action, transfer.answer(office, '收到答复', LATE))

function reconsidered(office: LawOffice): LawOffice {
  done(
    transfer.policeDecline(sent(office)).take('lin', 'ask-reconsideration', { case: { 'objection-reason': '达到' } }),
  )
  office.agreeAll('wu')
  return office
}

/** What was decided goes on, while a crime that shows itself is handed over. */
function transferredAfter(office: LawOffice): LawOffice {
  done(office.take('lin', 'transfer-decided', { case: { 'crime-reason': '货值较大，涉嫌犯罪' } }))
  return office
}

export const TRANSFER: Rows = {
  'transfer/police-file/received-by-today': { says: '日期不能晚于今天', run: answeredAhead('police-file', sent) },
  'transfer/police-decline/received-by-today': { says: '日期不能晚于今天', run: answeredAhead('police-decline', sent) },
  'transfer/uphold/received-by-today': { says: '日期不能晚于今天', run: answeredAhead('uphold', reconsidered) },
  'penalty-ordinary/transfer-decided/something-decided': {
    says: '还没有作出决定',
    run: (office) =>
      steps.reach(office, 'decision').take('lin', 'transfer-decided', { case: { 'crime-reason': '涉嫌犯罪' } }),
  },
  'penalty-ordinary/transfer-decided/no-transfer-open': {
    says: '还没有结果',
    run: (office) =>
      transferredAfter(steps.reach(office, 'delivery')).take('lin', 'transfer-decided', {
        case: { 'crime-reason': '涉嫌犯罪' },
      }),
  },
  'penalty-summary/transfer-decided/no-transfer-open': {
    says: '还没有结果',
    run: (office) =>
      transferredAfter(summary.toPerformance(office)).take('lin', 'transfer-decided', {
        case: { 'crime-reason': '涉嫌犯罪' },
      }),
  },
  'penalty-summary/close/transfer-over': {
    says: '等有了结果再结案',
    run: (office) => summary.close(transferredAfter(summary.settle(summary.toPerformance(office)))),
  },
  'penalty-ordinary/close/transfer-over': {
    says: '等有了结果再结案',
    run: (office) => {
      steps.reach(office, 'performance')
      done(office.take('lin', 'record-performance', { party: steps.ofEveryParty(office, steps.PAID) }))
      return transferredAfter(office).take('lin', 'close', { case: { 'closure-note': '已经履行完毕' } })
    },
  },
  'penalty-ordinary/close-no-penalty/transfer-over': {
    says: '等有了结果再结案',
    run: (office) => {
      steps.fileCase(office)
      done(steps.reachSpare(office, PROPOSALS.minor).take('lin', 'spare-minor'))
      office.agreeAll('zheng', 'wu')
      steps.deliverAll(office)
      return transferredAfter(office).take('lin', 'close-no-penalty', { case: { 'closure-note': '结案' } })
    },
  },
  'transfer/form-team/two-qualified-officers': {
    says: '还差一名',
    run: (office) => {
      steps.fileCase(office)
      done(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '涉嫌犯罪' } }))
      return office.take('zheng', 'form-team', { case: { ...transfer.TEAM.case, team: ['lin'] } })
    },
  },
  'transfer/approve/principal-head': {
    says: '正职负责人',
    run: (office) => transfer.proposeTransfer(office).take('deputy', 'approve', transfer.OPINION),
  },
  'transfer/decline/principal-head': {
    says: '正职负责人',
    run: (office) => transfer.proposeTransfer(office).take('deputy', 'decline', transfer.REFUSAL),
  },
  'transfer/send/sent-by-today': { says: '不能晚于今天', run: sending({ 'sent-on': '2999-01-01' }) },
  'transfer/send/materials-listed': {
    says: '还没有清单',
    run: sending({ materials: '案件情况的调查报告' }, withThings),
  },
  'transfer/sign-receipt/signed-after-sending': {
    says: '不能早于移送日期',
    run: (office) =>
      sent(office).take('lin', 'sign-receipt', { case: { 'receipt-signed-by': '民警甲', 'receipt-on': '2026-01-01' } }),
  },
  'transfer/forward/another-police-office': {
    says: '应当与受移送的公安机关不同',
    run: (office) => sent(office).take('lin', 'forward', { case: { 'forwarded-to': '青石区公安分局' } }),
  },
}
