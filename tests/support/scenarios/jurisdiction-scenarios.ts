import * as dispute from '../jurisdiction-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import type { Rows, Run } from './scenario.ts'

const TOMORROW = '2026-06-02'
const OPEN = '管辖争议还没有结果'

/** Everything that a report needs stands, and the agencies still dispute. */
const reported: Run = (office) => {
  steps.fileCase(office)
  done(office.take('lin', 'inquire', steps.inquiry(office)))
  done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
  dispute.consult(office)
  return office.take('lin', 'report', { case: steps.REPORT })
}

const dated =
  (walk: (office: LawOffice) => void, action: string, facts: Readonly<Record<string, unknown>>): Run =>
  (office) => {
    walk(office)
    return office.take('lin', action, { case: facts })
  }

/** Two agencies want the same case, or neither. */
export const JURISDICTION: Rows = {
  'penalty-ordinary/report/jurisdiction-settled': { says: OPEN, run: reported },
  'penalty-ordinary/issue-notice/jurisdiction-settled': {
    says: `本案由${dispute.OTHER_AGENCY}管辖`,
    run: (office) => dispute.designateElsewhere(office, 'notice').take('lin', 'issue-notice', steps.NOTICE),
  },
  'penalty-ordinary/go-without-notice/jurisdiction-settled': {
    says: OPEN,
    run: (office) => {
      steps.fileCase(office)
      steps.investigate(office, { proposal: '不予处罚：轻微并及时改正，没有造成危害后果（第三十三条第一款前段）' })
      return dispute.consult(office, 'notice').take('lin', 'go-without-notice')
    },
  },
  'penalty-ordinary/open-dispute/no-dispute-open': {
    says: OPEN,
    run: (office) => dispute.consult(office).take('lin', 'open-dispute'),
  },
  'penalty-ordinary/refer/no-dispute-open': {
    says: OPEN,
    run: (office) => dispute.consult(office).take('lin', 'refer', dispute.referral()),
  },
  'penalty-ordinary/refer/receiver-competent': {
    says: `受移送机关请写“${dispute.OTHER_AGENCY}”`,
    run: (office) => dispute.designateElsewhere(office).take('lin', 'refer', dispute.referral('另一个机关')),
  },
  'jurisdiction/raise/disputed-by-today': {
    says: '不能晚于今天',
    run: (office) => dispute.openDispute(office).take('lin', 'raise', dispute.raised(TOMORROW)),
  },
  'jurisdiction/agree-here/agreed-by-today': {
    says: '不能晚于今天',
    run: dated(dispute.consult, 'agree-here', dispute.AGREED(TOMORROW)),
  },
  'jurisdiction/agree-elsewhere/agreed-by-today': {
    says: '不能晚于今天',
    run: dated(dispute.consult, 'agree-elsewhere', {
      ...dispute.AGREED(TOMORROW),
      'competent-agency': dispute.OTHER_AGENCY,
    }),
  },
  'jurisdiction/designated-here/designated-by-today': {
    says: '不能晚于今天',
    run: dated(dispute.reportUp, 'designated-here', dispute.DESIGNATED(TOMORROW)),
  },
  'jurisdiction/designated-elsewhere/designated-by-today': {
    says: '不能晚于今天',
    run: dated(dispute.reportUp, 'designated-elsewhere', {
      ...dispute.DESIGNATED(TOMORROW),
      'competent-agency': dispute.OTHER_AGENCY,
    }),
  },
}
