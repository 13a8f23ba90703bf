import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import type { Action, AnyProcedure, Basis, Condition, DocumentCode, Fact, Role } from '#domain/procedure/definition.ts'

const RECORDED: Basis =
  '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）'

/** Looking into what happened: whom to ask, what to hand in, what was found. */
const GATHERING = [
  'inquiry-notice',
  'material-demand',
  'evidence-extraction',
  'electronic-evidence-record',
  'media-evidence-note',
  'assistance-letter',
  'identification-assistance',
  'authorisation',
] as const
const LOOKING = ['survey-record', ...GATHERING] as const
/** Enforcement that orders nothing. */
const SOFT = [
  'guidance-letter',
  'reminder-letter',
  'interview-notice',
  'interview-record',
  'compliance-advice',
] as const
/** Weighing it up inside the office. */
const WEIGHING = [
  'discretion-statement',
  'handling-report',
  'case-examination',
  'expert-opinion',
  'review-objection',
] as const
const SOURCES = ['report-handling', 'assignment-notice'] as const
/** What goes up, or out, once a penalty is decided. */
const DECIDED = ['decision-summary', 'major-penalty-filing', 'credit-repair-notice'] as const
const PAYING = ['receipt-register', 'instalment-application'] as const
const SUPERVISING = [
  'licence-supervision-notice',
  'licence-supervision-record',
  'licence-supervision-advice',
  'licence-copy-letter',
] as const
const ASKING = ['licence-application', 'commitment', 'authorisation'] as const
const JUDGING = ['licence-review-opinion', 'expert-opinion', 'commitment-check', 'authorisation'] as const
const ADVISED = ['authorisation', 'expert-opinion'] as const

type Fitting = Readonly<Record<string, readonly DocumentCode[]>>

/** A licence that is looked at again, after it was granted. */
const LOOKED_AT_AGAIN = ['authorisation', 'expert-opinion', 'licence-copy-letter', 'licence-review-opinion'] as const
const ABOUT_A_LICENCE: Fitting = {
  intake: ASKING,
  supplement: ASKING,
  review: JUDGING,
  decision: JUDGING,
  'handing-over': ['licence-disclosure'],
}

/** Which papers, beside those that acts make out by themselves, fit which stage of which procedure. */
const FITTING: Readonly<Record<string, Fitting>> = {
  clue: { check: [...SOURCES, ...LOOKING, ...SOFT], disputed: ['assistance-letter'], replying: ['report-handling'] },
  'penalty-ordinary': {
    clue: [...SOURCES, ...LOOKING],
    investigation: [...LOOKING, 'seizure-assistance', ...SOFT, ...WEIGHING],
    notice: [...LOOKING, ...SOFT, ...WEIGHING],
    statement: ['hearing-application', ...LOOKING, ...SOFT, ...WEIGHING],
    drafting: [...SOFT, ...WEIGHING],
    decision: [...SOFT, ...WEIGHING],
    delivery: [...DECIDED, ...SOFT],
    performance: [...PAYING, ...DECIDED, ...SOFT],
    'delivery-no-penalty': SOFT,
    'delivery-termination': SOFT,
    transferred: ['assistance-letter'],
    archive: ['credit-repair-notice'],
  },
  'penalty-summary': {
    scene: ['survey-record', 'evidence-extraction', 'electronic-evidence-record', 'media-evidence-note', ...SOFT],
    delivery: SOFT,
    performance: [...PAYING, ...DECIDED, ...SOFT],
    archive: ['credit-repair-notice'],
  },
  'penalty-revision': { weighing: [...WEIGHING], delivery: ['compliance-advice'] },
  inspection: {
    planned: ['draw-record', 'joint-inspection'],
    approved: ['draw-record', 'joint-inspection', 'assistance-letter'],
    noticed: [...GATHERING, 'licence-supervision-notice', 'licence-supervision-record'],
    inspected: [...GATHERING, ...SOFT, ...SUPERVISING],
    correcting: [...GATHERING, ...SOFT],
    told: SOFT,
  },
  'non-site': { recorded: ['media-evidence-note', 'electronic-evidence-record', 'assistance-letter'], told: LOOKING },
  'measure-case': { measures: [...LOOKING, 'seizure-assistance'] },
  'execution-case': {
    clue: ['authorisation', 'assistance-letter'],
    performance: ['authorisation', 'assistance-letter'],
  },
  licence: {
    ...ABOUT_A_LICENCE,
    issuing: ['licence-disclosure'],
    supervision: [...SUPERVISING, 'commitment-check', 'licence-disclosure'],
  },
  'licence-change': ABOUT_A_LICENCE,
  'licence-renewal': ABOUT_A_LICENCE,
  'licence-withdrawal': { notice: LOOKED_AT_AGAIN, statement: LOOKED_AT_AGAIN, 'handing-over': ['licence-disclosure'] },
  'licence-revocation': { notice: LOOKED_AT_AGAIN, statement: LOOKED_AT_AGAIN, 'handing-over': ['licence-disclosure'] },
  'licence-cancellation': { examination: LOOKED_AT_AGAIN, 'handing-over': ['licence-disclosure'] },
  levy: { assessment: ADVISED, payment: ADVISED },
  fee: { assessment: ADVISED, payment: ADVISED },
  requisition: { decision: ADVISED, taking: ADVISED, 'in-use': ADVISED, settlement: ADVISED },
  benefit: { intake: ADVISED, supplement: ADVISED, check: ADVISED, decision: ADVISED, payment: ADVISED },
  confirmation: { intake: ADVISED, supplement: ADVISED, check: ADVISED, decision: ADVISED },
  'admin-review': {
    received: ADVISED,
    forwarding: ADVISED,
    answering: ADVISED,
    pending: ADVISED,
    'suit-term': ADVISED,
    'carrying-out': ADVISED,
  },
  litigation: {
    served: ADVISED,
    trial: ADVISED,
    judged: ADVISED,
    'judged-against': ADVISED,
    'second-instance': ADVISED,
    'carrying-out': ADVISED,
  },
}

type Part = {
  readonly name: string
  readonly fact: string
  readonly title: string
  readonly asks: string
  readonly approval?: readonly Role[]
  readonly holds: (code: DocumentCode) => boolean
}

const kindOf = (code: DocumentCode) => DOCUMENT_KINDS.find((kind) => kind.code === code)
const goesOut = (code: DocumentCode): boolean => kindOf(code)?.header === 'red'
const isDecidedOn = (code: DocumentCode): boolean => kindOf(code)?.blocks?.includes('approvals') === true
const isLetterToParty = (code: DocumentCode): boolean => goesOut(code) && kindOf(code)?.per === 'party'

/** What a paper needs follows from its kind: what goes out under the red head is approved, a form of approval by both heads, a record by nobody. */
const PARTS: readonly Part[] = [
  {
    name: 'issue-letter',
    fact: 'other-letter',
    title: '出具其他文书',
    asks: '文书',
    approval: ['unit-head'],
    holds: goesOut,
  },
  {
    name: 'issue-form',
    fact: 'other-form',
    title: '报批其他审批表',
    asks: '审批表',
    approval: ['unit-head', 'agency-head'],
    holds: (code) => !goesOut(code) && isDecidedOn(code),
  },
  {
    name: 'write-record',
    fact: 'other-record',
    title: '制作其他笔录、表单',
    asks: '笔录、表单',
    holds: (code) => !goesOut(code) && !isDecidedOn(code),
  },
]

const TO = 'letter-to'

/** Of several parties, those who are named get it. */
const named: Condition = ({ state, run }, party) => state.parties.length === 1 || run.facts.party[party]?.[TO] === true

/** The procedure with the papers that fit its stages, by acts of their own. */
export function withOtherPapers(procedure: AnyProcedure): AnyProcedure {
  const fitting = FITTING[procedure.code]
  if (!fitting) return procedure
  const stages = Object.entries(procedure.stages).map(([name, stage]) => {
    const actions = { ...stage.actions, ...actionsFor(fitting[name] ?? []) }
    return [name, { ...stage, actions }] as const
  })
  const codes = [...new Set(Object.values(fitting).flat())]
  return { ...procedure, facts: { ...procedure.facts, ...factsFor(codes) }, stages: Object.fromEntries(stages) }
}

function factsFor(codes: readonly DocumentCode[]): Readonly<Record<string, Fact>> {
  const offered = PARTS.flatMap(({ fact, asks, holds }) => {
    const choices = codes.filter(holds)
    const paper: Fact = { title: asks, kind: 'paper', per: 'case', disclosure: 'officials', eachTime: true, choices }
    return choices.length > 0 ? [[fact, paper] as const] : []
  })
  const to: Fact = {
    title: '出具给这名当事人',
    kind: 'yes-no',
    per: 'party',
    disclosure: 'officials',
    eachTime: true,
    amongSeveral: true,
    help: '不是写给当事人的文书，选“否”',
  }
  return { ...Object.fromEntries(offered), ...(codes.some(isLetterToParty) ? { [TO]: to } : {}) }
}

function actionsFor(codes: readonly DocumentCode[]): Readonly<Record<string, Action>> {
  const actions = PARTS.flatMap(({ name, fact, title, approval, holds }) => {
    const among = codes.filter(holds)
    const toParty = among.filter(isLetterToParty)
    const sent: Partial<Action> = toParty.length > 0 ? { opens: 'delivery', issuesIf: toNamed(toParty) } : {}
    const action: Action = {
      title,
      by: 'handler',
      ...(approval && { approval }),
      asks: toParty.length > 0 ? [fact, TO] : [fact],
      chooses: { fact, among },
      ...sent,
      basis: RECORDED,
    }
    return among.length > 0 ? [[name, action] as const] : []
  })
  return Object.fromEntries(actions)
}

function toNamed(codes: readonly DocumentCode[]): Readonly<Record<DocumentCode, Condition>> {
  return Object.fromEntries(codes.map((code) => [code, named]))
}

/** Every paper that is free for somebody to issue. */
export const FREE_PAPERS: ReadonlySet<DocumentCode> = new Set(
  Object.values(FITTING).flatMap((fitting) => Object.values(fitting).flat()),
)
/** Procedures whose cases have no other papers than those of their acts. */
export const FITTING_PROCEDURES: readonly string[] = Object.keys(FITTING)
