import { plainDate } from '#domain/calendar/plain-date.ts'
import { MANNERS } from '#domain/case/gates/licence-term.ts'
import type { Licence } from '#domain/licence/licence.ts'
import type { Path } from '#domain/procedure/paths.ts'
import { whomFor } from './halting-roads.ts'
import { done, type LawOffice, valuesWith } from './law-office.ts'
import * as recusal from './licence-recusal-steps.ts'
import * as licence from './licence-steps.ts'
import { majorReviewed } from './major-review-steps.ts'
import * as steps from './penalty-steps.ts'

/** A licence of the register, in force until the end of the year. */
export const LICENCE: Licence = {
  id: 'case-0',
  number: '许 2026-1',
  item: '食品经营许可',
  conditions: '餐饮服务经营者',
  grantedOn: plainDate('2021-01-01'),
  validUntil: plainDate('2026-12-31'),
  renewalAskedOn: null,
  endedHow: null,
  endedOn: null,
}

const OF_LICENCE = {
  'licence-number': LICENCE.number,
  item: LICENCE.item,
  'licence-basis': '《食品安全法》第三十五条第一款',
}
const REQUEST = { ...OF_LICENCE, application: '经营场所扩大一间', materials: '申请书\n许可证正本' }

/** Opens a case about the licence of the register. */
export function openAbout(
  office: LawOffice,
  procedure: string,
  more: Record<string, unknown> = {},
  standing: Partial<Licence> = {},
) {
  office.register = { bars: [], licence: { ...LICENCE, ...standing } }
  const isRequest = procedure === 'licence-change' || procedure === 'licence-renewal'
  const facts = isRequest ? REQUEST : OF_LICENCE
  return office.open(procedure, isRequest ? 'chuang' : 'lin', { case: { ...facts, ...more } })
}

const OPENING: Readonly<Record<string, Record<string, unknown>>> = {
  'licence-change': {},
  'licence-renewal': { 'licence-ends-on': LICENCE.validUntil },
  'licence-withdrawal': { ground: '准予许可所依据的客观情况发生重大变化' },
  'licence-revocation': { ground: '违反法定程序准予许可' },
  'licence-cancellation': { ground: '法人或者其他组织依法终止' },
}
const FRAUD = { ground: '以欺骗、贿赂等不正当手段取得许可' }

export function begun(office: LawOffice, procedure: string, more: Record<string, unknown> = {}): LawOffice {
  done(openAbout(office, procedure, { ...OPENING[procedure], ...more }))
  return office
}

/** The holder was told, has the letter, and has been heard. */
export function holderHeard(office: LawOffice): LawOffice {
  steps.deliverAll(office)
  const facts = { statements: '没有意见', 'statement-answer': '已记录' }
  done(office.take('lin', 'hear-statement', { case: facts }))
  return office
}

type Begin = (office: LawOffice, path: Path) => void
const takes = ({ steps: taken }: Path, name: string) => taken.some(({ action }) => action === name)

export const LICENCE_BEGIN: Readonly<Record<string, Begin>> = {
  licence: (office) => void licence.apply(office),
  'licence-hearing': (office) => done(licence.askHearing(licence.told(office))),
  'licence-recusal': (office) => void recusal.opened(licence.accepted(office)),
  'licence-host-recusal': (office) => void recusal.hostOpened(office),
  'licence-change': (office) => void begun(office, 'licence-change'),
  'licence-renewal': (office) => void begun(office, 'licence-renewal'),
  'licence-withdrawal': (office) => void begun(office, 'licence-withdrawal'),
  'licence-revocation': (office, path) =>
    void begun(office, 'licence-revocation', takes(path, 'decide-fraud') ? FRAUD : {}),
  'licence-cancellation': (office) => void begun(office, 'licence-cancellation'),
}

const LOSS = { 'has-loss': true, compensation: '按评估价补偿' }
const delivered = (office: LawOffice): void => steps.deliverAll(office)
export const LICENCE_BEFORE: Readonly<Record<string, (office: LawOffice) => void>> = {
  'licence/issue': delivered,
  'licence/issue-and-hand-over': (office) => {
    office.parameters = valuesWith({ 'licence.supervised-elsewhere': ['*'] })
    delivered(office)
  },
  'licence/finish': delivered,
  'licence-hearing/hold': (office) => {
    delivered(office)
    office.on(steps.CALL['hearing-on'])
  },
  'licence-hearing/give-up': delivered,
  'licence-change/finish': delivered,
  'licence-renewal/finish': delivered,
  'licence-withdrawal/finish': delivered,
  'licence-revocation/finish': delivered,
  'licence-cancellation/finish': delivered,
  'licence-withdrawal/decide': (office) => void majorReviewed(holderHeard(office), LOSS),
  'licence-revocation/decide': (office) => void majorReviewed(holderHeard(office)),
  'licence-revocation/decide-fraud': (office) => void majorReviewed(holderHeard(office)),
  'licence-renewal/register-deemed': (office) => void office.on('2027-01-01'),
}

type Override = (office: LawOffice, path: Path) => Readonly<Record<string, unknown>>
const LATER = () => ({ 'valid-until': '2031-12-31' })
export const LICENCE_OVERRIDES: Readonly<Record<string, Override>> = {
  'licence-hearing/call': () => ({ ...steps.CALL }),
  'licence-recusal/request': (_office, { steps: taken }) => ({ recused: [whomFor(taken.map(({ action }) => action))] }),
  'licence-recusal/grant-and-replace': () => ({ handlers: ['lin', 'duo'] }),
  'licence-host-recusal/request': () => ({ recused: ['zhu'] }),
  'licence/accept': (_office, path) => (takes(path, 'report-up') ? { manner: MANNERS.first } : {}),
  'licence/examine': () => ({ ...licence.EXAMINATION }),
  'licence-change/examine': () => ({ 'needs-verification': false }),
  'licence-renewal/examine': () => ({ 'needs-verification': false }),
  'licence-renewal/grant': LATER,
  'licence-renewal/register-deemed': LATER,
  'licence-withdrawal/decide': () => LOSS,
  'licence-withdrawal/submit-review': () => LOSS,
}

/** What an honest clerk writes of a licence. */
export const LICENCE_HONEST: Readonly<Record<string, () => unknown>> = {
  'valid-until': () => '2031-12-31',
  compensation: () => '按评估价补偿',
}
