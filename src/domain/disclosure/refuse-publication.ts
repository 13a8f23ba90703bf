import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { type CaseState, getRun, type IssuedDocument, type Party, type Run, rootRun } from '../case/state.ts'
import { ageOn, birthDateOf } from '../party/citizen-id.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { isNaturalPerson } from './natural-person.ts'
import { deliveredOn } from './public-steps.ts'

/** `later`: becomes publishable by itself; `never`: is withheld for good; `ask`: somebody has to complete something. */
export type NotPublished = {
  readonly ok: false
  readonly when: 'later' | 'ask' | 'never'
  readonly reason: string
  readonly basis: string
}
type Document = CaseState['documents'][number]

const ADULT_YEARS = 18

type Asked = {
  readonly state: CaseState
  /** The case of the decision that it changes. */
  readonly decided?: CaseState
  readonly procedures: Procedures
  readonly today: PlainDate
}

/** Why a decision may not be published today; nothing when it may. */
export function refusePublication(
  { state, decided, procedures, today }: Asked,
  document: Document,
): NotPublished | undefined {
  if (document.voided !== undefined) return never(`决定书已作废：${document.voided}`, '《行政处罚法》第四十八条第二款')
  const parties = partiesOf(state, document)
  const days = [
    earliestDay(state, getRun(state, document.run), parties),
    ...(decided ? [earliestDay(decided, rootRun(decided), parties)] : []),
  ]
  const [first = today] = days.toSorted()
  return refuseAge(parties, first) ?? refuseUndelivered(state, procedures, document, today)
}

function partiesOf(state: CaseState, document: IssuedDocument): readonly Party[] {
  return state.parties.filter((party) => document.party === undefined || document.party === party.id)
}

/** The earliest day that the case knows of its parties: of an act, else of its opening. */
function earliestDay(state: CaseState, { facts }: Run, parties: readonly Party[]): PlainDate {
  const acts = state.violations
    .filter((item) => parties.some((party) => party.id === item.party))
    .map((item) => parsePlainDate(String(facts.violation[item.id]?.['act-ended-on'] ?? '')))
    .filter((day) => day !== undefined)
  return [...acts, state.openedOn].toSorted()[0] ?? state.openedOn
}

/** Who was a child on that day is not shown later either. */
function refuseAge(parties: readonly Party[], day: PlainDate): NotPublished | undefined {
  const people = parties.filter(isNaturalPerson)
  const births = people.map((party) => party.bornOn ?? birthDateOf(party.idNumber ?? ''))
  if (births.some((birth) => birth !== undefined && ageOn(birth, day) < ADULT_YEARS)) {
    return never('当事人是未成年人，不公示', '《未成年人保护法》第一百零三条')
  }
  if (births.some((birth) => birth === undefined || !parsePlainDate(birth))) {
    const reason = '不知道当事人的出生日期，无法确认已经成年；请在当事人信息中补上证件号码'
    return { ok: false, when: 'ask', reason, basis: '《未成年人保护法》第一百零三条' }
  }
  return undefined
}

/** The public does not learn of a decision before those it binds, all of them where one act is decided for several. */
function refuseUndelivered(
  state: CaseState,
  procedures: Procedures,
  document: Document,
  today: PlainDate,
): NotPublished | undefined {
  const run = getRun(state, document.run)
  const codes = getProcedure(procedures, run.procedure, run.version).disclosure?.documents ?? [document.code]
  const together = state.documents.filter(
    (item) => item.run === document.run && codes.includes(item.code) && item.voided === undefined,
  )
  const isDelivered = (item: Document) => {
    const on = deliveredOn(state, item)
    return on !== undefined && on <= today
  }
  if (together.every(isDelivered)) return undefined
  const reason = '决定书还没有送达全部当事人，送达生效后自动公示'
  return { ok: false, when: 'later', reason, basis: '《民事诉讼法》第八十七条' }
}

function never(reason: string, basis: string): NotPublished {
  return { ok: false, when: 'never', reason, basis }
}
