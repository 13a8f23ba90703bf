import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { act, at, ID, type Rows, type Run, type Scenario } from './scenario.ts'

function filed(
  action: string,
  facts: (office: LawOffice) => RawFacts,
  more: Parameters<typeof steps.openPenalty>[1] = {},
): Run {
  return (office) => {
    steps.openPenalty(office, more)
    return office.take('lin', action, facts(office))
  }
}

export const FILING: Rows = {
  'penalty-ordinary/file/agency-qualified': {
    says: '没有执法主体资格',
    run: (office) => {
      steps.openPenalty(office)
      office.isQualified = false
      return office.take('lin', 'file', steps.filing(office))
    },
  },
  'penalty-ordinary/file/handlers-qualified': {
    says: '还差一名有资格的执法人员',
    run: filed('file', steps.filing, { handlers: ['lin', 'expired'] }),
  },
  'penalty-ordinary/file/jurisdiction': {
    says: '移送有管辖权的机关',
    run: filed('file', (office) => ({
      ...steps.filing(office),
      case: { ...steps.FILING.case, 'in-jurisdiction': false },
    })),
  },
  'penalty-ordinary/file/dates-in-order': {
    says: '行为终了日期不能晚于今天',
    run: filed('file', (office) => steps.filing(office, { [ID]: '2026-06-02' })),
  },
  'penalty-ordinary/file/limitation': {
    says: '已经超过2年',
    run: filed('file', (office) => steps.filing(office, { [ID]: '2024-05-27' })),
  },
  'penalty-ordinary/end-out-of-time/past-limitation': {
    says: '还没有超过2年的追责时效',
    run: filed('end-out-of-time', () => ({
      case: { 'no-filing-reason': '超过时效' },
      ...act({ 'act-ended-on': '2024-05-28' }),
    })),
  },
}

function investigation(action: string, facts: (office: LawOffice, more: Record<string, unknown>) => RawFacts): Rows {
  const rows: readonly (readonly [gate: string, says: string, more: Record<string, unknown>])[] = [
    ['two-qualified-officers', '钱过期', { officers: ['lin', 'expired'] }],
    ['certificate-shown', '主动出示执法证件', { 'certificate-shown': false }],
    ['times-in-order', '结束时间应当晚于开始时间', { 'ended-at': '2026-06-01T00:30:00.000Z' }],
  ]
  const scenario = (says: string, more: Record<string, unknown>): Scenario => ({
    says,
    run: (office) => steps.reach(office, 'investigation').take('lin', action, facts(office, more)),
  })
  return Object.fromEntries(
    rows.map(([gate, says, more]) => [`penalty-ordinary/${action}/${gate}`, scenario(says, more)]),
  )
}

export const INVESTIGATION: Rows = {
  ...investigation('inquire', steps.inquiry),
  ...investigation('inspect-scene', steps.scene),
  'penalty-ordinary/add-evidence/evidence-given': { says: '至少一份证据', run: at('investigation', 'add-evidence') },
  'penalty-ordinary/report/handlers-qualified': {
    says: '钱过期',
    run: (office) => {
      steps.fileCase(office, { handlers: ['lin', 'expired'] })
      done(office.take('lin', 'inquire', steps.inquiry(office)))
      done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
      return office.take('lin', 'report', { case: steps.REPORT })
    },
  },
  'penalty-ordinary/report/record-made': {
    says: '还没有询问笔录或者现场笔录',
    run: (office) => {
      steps.fileCase(office)
      done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
      return office.take('lin', 'report', { case: steps.REPORT })
    },
  },
  'penalty-ordinary/report/evidence-collected': {
    says: '还没有证据',
    run: (office) => {
      steps.fileCase(office)
      done(office.take('lin', 'inquire', steps.inquiry(office)))
      return office.take('lin', 'report', { case: steps.REPORT })
    },
  },
}
