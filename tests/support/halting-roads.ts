import type { RawFacts } from '#domain/case/command.ts'
import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from '#domain/case/halting-grounds.ts'
import type { Path } from '#domain/procedure/paths.ts'
import { openDispute } from './jurisdiction-steps.ts'
import { done, type LawOffice, valuesWith, type Who } from './law-office.ts'
import * as steps from './penalty-steps.ts'

/** A field whose rules know suspension, termination and time that is left out. */
export const FIELD_RULES = valuesWith({
  'case.suspension-grounds': [...SUSPENSION_GROUNDS],
  'case.termination-grounds': [...TERMINATION_GROUNDS],
  'decision.deductible-grounds': ['鉴定', '中止'],
})

export const HALT: RawFacts = {
  case: { 'halt-ground': SUSPENSION_GROUNDS[3], 'halt-reason': '当事人下落不明，多次上门都没有人。' },
}
export const TERMINATION: RawFacts = {
  case: { 'termination-ground': TERMINATION_GROUNDS[0], 'termination-reason': '当事人已经注销，没有承受人。' },
}

export function suspend(office: LawOffice): LawOffice {
  done(steps.reach(office, 'investigation').take('lin', 'suspend-case', HALT))
  office.agreeAll('zheng', 'wu')
  return office
}

export function resume(office: LawOffice): void {
  done(office.take('lin', 'resume', { case: { 'resume-reason': '当事人已经找到。' } }))
  done(office.agree('wu'))
}

export function recusalOf(office: LawOffice, recused: readonly string[], more: Record<string, unknown> = {}): RawFacts {
  return {
    case: {
      applicant: '赵某',
      'applicant-part': '当事人',
      recused,
      'recusal-ground': '与案件有直接利害关系',
      'recusal-reason': '与当事人的同业竞争者是近亲属',
      'applied-on': office.today,
      ...more,
    },
  }
}

/** Asked in the investigation; nothing stops for it. */
export function askRecusal(office: LawOffice, recused: Who): LawOffice {
  done(steps.reach(office, 'investigation').take('lin', 'open-recusal'))
  done(office.take('lin', 'request', recusalOf(office, [recused])))
  return office
}

export const VERDICT = { 'verdict-words': '同意回避', 'verdict-reason': '确有直接利害关系' }
export const TOGETHER = { ...VERDICT, 'discussed-on': '2026-06-01', attendees: ['wu', 'fu'] }
export const REPLACED = { ...VERDICT, handlers: ['zhou', 'duo'], 'handlers-reason': '原承办人员回避' }

export const COMMISSION: RawFacts = {
  case: {
    'test-kind': '鉴定',
    tester: '某某检验检测中心（虚构）',
    'test-matter': '六瓶调味品是否变质',
    'test-until': '2026-06-20',
  },
}
export const REPORT_OF_TEST: RawFacts = {
  case: { 'reported-on': '2026-06-01', conclusion: '送检样品变质。', retest: '七个工作日内可以申请复检' },
}

export function commission(office: LawOffice): LawOffice {
  done(steps.reach(office, 'investigation').take('lin', 'open-expert-test'))
  done(office.take('lin', 'commission', COMMISSION))
  done(office.agree('zheng'))
  return office
}

export const HALTING_BEGIN: Readonly<Record<string, (office: LawOffice) => void>> = {
  recusal: (office) => done(steps.reach(office, 'investigation').take('lin', 'open-recusal')),
  jurisdiction: (office) => void openDispute(office),
  suspension: (office) => void suspend(office),
  'expert-test': (office) => done(steps.reach(office, 'investigation').take('lin', 'open-expert-test')),
}
export const HALTING_BEFORE: Readonly<Record<string, (office: LawOffice) => void>> = {
  'penalty-ordinary/close-terminated': (office) => steps.deliverAll(office),
  'expert-test/finish': (office) => steps.deliverAll(office),
}
/** A head where the heads decide together, an officer who handles the case where one is replaced, else the reviewer. */
export function whomFor(actions: readonly string[]): Who {
  if (actions.some((name) => name.endsWith('-together'))) return 'deputy'
  return actions.includes('grant-and-replace') ? 'zhou' : 'shen'
}

type Override = (office: LawOffice, path: Path) => Readonly<Record<string, unknown>>
export const HALTING_OVERRIDES: Readonly<Record<string, Override>> = {
  'penalty-ordinary/stop-clock': () => ({ 'suspension-ground': '鉴定' }),
  'recusal/request': (_office, { steps: taken }) => ({ recused: [whomFor(taken.map(({ action }) => action))] }),
  'penalty-ordinary/confirm-delivery': () => ({ 'consents-electronic': true, 'electronic-address': 'a@example.cn' }),
  'recusal/grant-and-replace': () => ({ handlers: ['lin', 'duo'] }),
  'recusal/grant-together': () => ({ attendees: ['wu', 'fu'] }),
  'recusal/refuse-together': () => ({ attendees: ['wu', 'fu'] }),
}
