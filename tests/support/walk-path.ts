import { addDays } from '#domain/calendar/plain-date.ts'
import type { RawFacts } from '#domain/case/command.ts'
import { standingPayments } from '#domain/case/standing-payments.ts'
import { MAIN_RUN, type Run } from '#domain/case/state.ts'
import type { Action, AnyProcedure, Fact, Role } from '#domain/procedure/definition.ts'
import { asAsked } from '#domain/procedure/papers-of.ts'
import type { Path } from '#domain/procedure/paths.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import * as clue from './clue-steps.ts'
import * as custody from './custody-steps.ts'
import * as dispute from './dispute-steps.ts'
import { DUTY_BEFORE, DUTY_BEGIN, DUTY_OVERRIDES } from './duty-roads.ts'
import { EXECUTION_BEFORE, EXECUTION_BEGIN, EXECUTION_OVERRIDES } from './execution-roads.ts'
import { FIELD_RULES, HALTING_BEFORE, HALTING_BEGIN, HALTING_OVERRIDES } from './halting-roads.ts'
import { hostOpened } from './host-recusal-steps.ts'
import { done, LawOffice, type Who } from './law-office.ts'
import { LICENCE_BEFORE, LICENCE_BEGIN, LICENCE_OVERRIDES } from './licence-roads.ts'
import { MEASURE_BEFORE, MEASURE_BEGIN, MEASURE_OVERRIDES } from './measure-roads.ts'
import * as merging from './merging-steps.ts'
import * as steps from './penalty-steps.ts'
import * as revision from './revision-steps.ts'
import { SPARES } from './scenarios/after-scenarios.ts'
import { asked } from './scenarios/child-scenarios.ts'
import { CHILD } from './scenarios/scenario.ts'
import { somePaper } from './some-paper.ts'
import * as summary from './summary-steps.ts'
import * as transfer from './transfer-steps.ts'

export const ACTORS: Readonly<Record<Role, Who>> = {
  handler: 'lin',
  'unit-head': 'zheng',
  reviewer: 'shen',
  'agency-head': 'wu',
  panel: 'fu',
  host: 'zhu',
  clerk: 'chuang',
  storekeeper: 'ku',
}

const PLAUSIBLE: Readonly<Record<Fact['kind'], (office: LawOffice, fact: Fact) => unknown>> = {
  text: () => '某项内容',
  'long-text': () => '某项较长的内容',
  'yes-no': () => true,
  date: (office) => office.today,
  instant: (office) => `${office.today}T01:00:00.000Z`,
  money: () => '100',
  count: () => '5',
  choice: (_office, fact) => fact.choices?.[0],
  basis: () => '《食品安全法》第三十五条第一款',
  'evidence-list': () => ['ev-1'],
  people: () => ['lin', 'zhou'],
  things: () => [custody.SAUCE],
  table: (office, { columns = [] }) => [
    Object.fromEntries(
      columns.map(({ key, kind, choices }) => [
        key,
        { text: '某项', date: addDays(office.today, 20), money: '5000', choice: choices?.[0] }[kind],
      ]),
    ),
  ],
  portions: (office, fact) => custody.portionsOf(office, fact),
  payment: (office) => standingPayments(office.case)[0]?.id ?? 'id-of-nothing',
  paper: (_office, fact) => somePaper(fact),
}

/** A path past the notice is one without a penalty, on the ground of the action that ends it. */
function proposalFor({ steps: taken }: Path): string {
  const actions = taken.map(({ action }) => action)
  const spare = SPARES.find(([action]) => actions.includes(action))
  return spare?.[1] ?? (actions.includes('go-without-notice') ? PROPOSALS.minor : PROPOSALS.penalty)
}

type Override = (office: LawOffice, path: Path) => Readonly<Record<string, unknown>>
/** What a gate wants to see that the kind of a fact cannot tell. */
const OVERRIDES: Readonly<Record<string, Override>> = {
  'penalty-ordinary/end-out-of-time': () => ({ 'act-ended-on': '2020-01-01' }),
  'penalty-ordinary/report': (_office, path) => ({ ...steps.REPORT, proposal: proposalFor(path) }),
  'penalty-ordinary/issue-notice': () => ({ fine: '5000' }),
  'penalty-summary/decide': () => ({ fine: '50' }),
  'hearing/call': () => ({ ...steps.CALL }),
  'host-recusal/request': () => ({ recused: ['zhu'] }),
  'panel/agree': () => ({ attendees: ['wu', 'fu'] }),
  'panel/differ': () => ({ attendees: ['wu', 'fu'] }),
  'delivery/deliver': () => ({ 'received-by': '赵某' }),
  'admin-review/answer': () => dispute.DEFENCE,
  'litigation/answer': () => dispute.DEFENCE,
  'transfer/send': () => ({ materials: transfer.MATERIALS }),
  ...HALTING_OVERRIDES,
  ...MEASURE_OVERRIDES,
  ...LICENCE_OVERRIDES,
  ...DUTY_OVERRIDES,
  ...EXECUTION_OVERRIDES,
  'seizure/seize': (office) => custody.onTheSpot(office),
  'seizure/seize-at-once': (office) => ({ ...custody.onTheSpot(office), urgency: '物品可能被转移' }),
}

/** What somebody who knows the gates writes into this action, whatever path the case has taken. */
export function overridesOf(key: string, office: LawOffice): Readonly<Record<string, unknown>> {
  return OVERRIDES[key]?.(office, { to: '', outcome: undefined, steps: [] }) ?? {}
}

/** What has to happen in a stage, or in a child of it, before its gates let the action through. */
const BEFORE: Readonly<Record<string, (office: LawOffice) => void>> = {
  'penalty-ordinary/report': (office) => {
    done(office.take('lin', 'inquire', steps.inquiry(office)))
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
  },
  'penalty-ordinary/merge-into': (office) => {
    office.other = merging.mainCase().case
  },
  'clue/merge-into': (office) => {
    office.other = clue.register(new LawOffice(), { id: 'clue-main', parties: [] }).case
  },
  'penalty-ordinary/reconsider': (office) => {
    steps.deliverAll(office)
    steps.waive(office)
  },
  'penalty-ordinary/go-to-decision': (office) => steps.draft(office),
  'penalty-ordinary/begin-performance': (office) => steps.deliverAll(office),
  'penalty-ordinary/close': (office) => {
    const party = steps.ofEveryParty(office, { ...steps.PAID, 'paid-on': office.today })
    done(office.take('lin', 'record-performance', { party }))
  },
  'penalty-ordinary/close-no-penalty': (office) => steps.deliverAll(office),
  'penalty-ordinary/resume-after-transfer': (office) => {
    transfer.reportTransfer(office)
    done(office.take('wu', 'decline', transfer.REFUSAL))
  },
  'penalty-ordinary/close-after-conviction': (office) => {
    transfer.handOver(transfer.policeFile(transfer.sendToPolice(transfer.reportTransfer(office))))
    done(office.take('lin', 'convict', transfer.RESULT))
  },
  'litigation/becomes-final': (office) => void office.on('2026-06-17'),
  'admin-review/nobody-sued': (office) => void office.on('2026-06-17'),
  'penalty-summary/begin-performance': (office) => steps.deliverAll(office),
  'penalty-summary/close': (office) => void summary.settle(office),
  'hearing/hold': (office) => {
    steps.deliverAll(office)
    office.on(steps.CALL['hearing-on'])
  },
  'hearing/give-up': (office) => steps.deliverAll(office),
  'penalty-revision/finish': (office) => steps.deliverAll(office),
  'penalty-revision/change': (office) => void revision.reviewed(office),
  'penalty-revision/revoke': (office) => void revision.reviewed(office, 'revocation'),
  ...HALTING_BEFORE,
  ...MEASURE_BEFORE,
  ...EXECUTION_BEFORE,
  'preservation/lapse': (office) => void office.on('2026-06-11'),
  'seizure/finish': (office) => {
    custody.showSeizure(office)
    custody.liftAll(office)
  },
  'seizure/ask-late': (office) => custody.showSeizure(office),
  'seizure/lift-at-once': (office) => custody.showSeizure(office),
  'custody/close-list': (office) => {
    custody.liftAll(office)
    custody.giveBack(office)
  },
  ...LICENCE_BEFORE,
  ...DUTY_BEFORE,
}

/** Does what the gates of the action want to see first. */
export function prepare(key: string, office: LawOffice): void {
  BEFORE[key]?.(office)
}

/** How a run of the procedure comes to be; a child is opened by the case that needs it. */
const BEGIN: Readonly<Record<string, (office: LawOffice, path: Path) => void>> = {
  clue: (office) => void clue.register(office),
  'penalty-ordinary': (office, { steps: taken }) =>
    steps.openPenalty(
      office,
      taken.some(({ action }) => action === 'spare-under-fourteen') ? { parties: [CHILD] } : {},
    ),
  'penalty-summary': (office) => void summary.openSummary(office),
  ...LICENCE_BEGIN,
  ...DUTY_BEGIN,
  'legal-review': (office) => {
    steps.draft(steps.reach(office, 'drafting'))
    done(office.take('lin', 'submit-review'))
  },
  hearing: (office) => void asked(office),
  'host-recusal': (office) => void hostOpened(office),
  panel: (office) => done(steps.reach(office, 'decision').take('lin', 'hold-panel')),
  delivery: (office) => steps.issueNotice(steps.reach(office, 'notice')),
  'admin-review': (office) => void dispute.openReview(office),
  litigation: (office) => void dispute.openSuit(office),
  transfer: (office) => void transfer.beginTransfer(office),
  preservation: (office) => custody.open(office, 'open-preservation'),
  sampling: (office) => custody.open(office, 'open-sampling'),
  seizure: (office) => custody.open(office, 'open-seizure'),
  custody: (office) => void custody.seized(office),
  'penalty-revision': (office) => void revision.openRevision(office),
  ...HALTING_BEGIN,
  ...MEASURE_BEGIN,
  ...EXECUTION_BEGIN,
}

/** Walks one path through the real engine, with plausible input for every fact that is asked; answers the run. */
export function walkPath(procedure: AnyProcedure, path: Path): { readonly office: LawOffice; readonly run: Run } {
  let walked = new LawOffice({ parameters: FIELD_RULES })
  for (const office of walkSteps(procedure, path)) walked = office
  const id = procedure.opening ? MAIN_RUN : walked.child(procedure.code).id
  const run = walked.case.runs.find((item) => item.id === id)
  if (!run) throw new Error(`no run ${id}`)
  return { office: walked, run }
}

/** The same office after each step of the path, as soon as the run has begun. */
export function* walkSteps(procedure: AnyProcedure, path: Path): Generator<LawOffice> {
  const office = new LawOffice({ parameters: FIELD_RULES })
  BEGIN[procedure.code]?.(office, path)
  const run = procedure.opening ? MAIN_RUN : office.child(procedure.code).id
  yield office
  for (const { stage, action } of path.steps) {
    step(office, run, { procedure, path, stage, name: action })
    yield office
  }
}

type Place = { readonly procedure: AnyProcedure; readonly path: Path; readonly stage: string; readonly name: string }

function step(office: LawOffice, run: string, { procedure, path, stage, name }: Place): void {
  const key = `${procedure.code}/${name}`
  const action = procedure.stages[stage]?.actions[name]
  if (!action) throw new Error(`no action ${key}`)
  prepare(key, office)
  const facts = plausibleFacts(office, procedure, action, OVERRIDES[key]?.(office, path) ?? {})
  const [role = 'handler'] = [action.by].flat()
  const evidence = action.adds === 'evidence' ? [steps.EVIDENCE] : []
  done(
    office.do(ACTORS[role], {
      type: 'take',
      run,
      action: name,
      facts,
      evidence,
      scenes: office.unrecorded(run, name, facts),
    }),
  )
  office.agreeAll(...(action.approval ?? []).map((approver) => ACTORS[approver]))
}

/** Every fact that must be given and every one that is overridden, or all that are asked, for the case, each party and each violation. */
export function plausibleFacts(
  office: LawOffice,
  procedure: AnyProcedure,
  action: Pick<Action, 'asks' | 'chooses'>,
  overrides: Readonly<Record<string, unknown>>,
  withOptional = false,
): RawFacts {
  const { facts } = asAsked(procedure, action)
  const of = (per: Fact['per']) => {
    const asked = (action.asks ?? []).flatMap((name) => {
      const fact = facts[name]
      if (!fact || fact.per !== per || (fact.optional && !withOptional && !(name in overrides))) return []
      return [[name, name in overrides ? overrides[name] : PLAUSIBLE[fact.kind](office, fact)]]
    })
    return Object.fromEntries(asked)
  }
  const each = (items: readonly { id: string }[], values: Record<string, unknown>) =>
    Object.fromEntries(items.map(({ id }) => [id, values]))
  const { parties, violations } = office.case
  return { case: of('case'), party: each(parties, of('party')), violation: each(violations, of('violation')) }
}
