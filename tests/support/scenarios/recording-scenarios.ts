import type { Decision } from '#domain/case/command.ts'
import type { SceneCode } from '#domain/recording/scenes.ts'
import * as custody from '../custody-steps.ts'
import * as execution from '../execution-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as licence from '../licence-steps.ts'
import * as steps from '../penalty-steps.ts'
import * as summary from '../summary-steps.ts'
import { demolitionDecided } from './execution-scenarios.ts'
import { INSPECTION_RECORDINGS } from './inspection-scenarios.ts'
import { LOOKED_AT_RECORDINGS } from './licence-after-scenarios.ts'
import { heard } from './licence-hearing-scenarios.ts'
import { NON_SITE_RECORDINGS } from './non-site-scenarios.ts'

/** An act of a scene, and the first step after it that leaves the stage. */
export type RecordingScenario = {
  /** Does the act; answers the run to which its recording belongs. */
  readonly act: (office: LawOffice) => string
  readonly next: (office: LawOffice) => Decision
}

const report = (office: LawOffice) => office.take('lin', 'report', { case: steps.REPORT })
const reconsider = (office: LawOffice) =>
  office.take('lin', 'reconsider', { party: steps.ofEveryParty(office, { heard: '当事人明确放弃陈述、申辩。' }) })
const transfer = (office: LawOffice) => office.take('lin', 'propose-transfer', { case: { 'crime-reason': '涉嫌犯罪' } })
const delivered = (facts: Record<string, unknown>, waitUntil: string) => (office: LawOffice) => {
  steps.issueNotice(steps.reach(office, 'notice'))
  steps.deliverAll(office, facts)
  office.on(waitUntil)
  steps.waive(office)
  return office.child('delivery').id
}

const closeList = (office: LawOffice) => office.take('lin', 'close-list')

/** All of one seized thing goes its last way. */
function disposed(office: LawOffice, leave: (office: LawOffice, name: string, quantity: string) => void): string {
  custody.seized(office, { listed: [custody.SAUCE] })
  custody.decided(office, custody.SAUCE.name, custody.SAUCE.quantity, '没收')
  leave(office, custody.SAUCE.name, custody.SAUCE.quantity)
  return office.child('custody').id
}

const closeCase = (office: LawOffice) => office.take('lin', 'close', { case: { 'closure-note': '执行完毕' } })
const finish = (office: LawOffice) => office.take('lin', 'finish', { case: { 'performed-words': '拆除完毕' } })

/** By procedure, action and scene: the road to every act that shows something. */
export const RECORDING_SCENARIOS: Readonly<Record<string, RecordingScenario>> = {
  ...INSPECTION_RECORDINGS,
  ...NON_SITE_RECORDINGS,
  'coercive-execution/clear-at-once/substitute-performance': {
    act: (office) => {
      done(execution.clearAtOnce(execution.begun(office)))
      return office.child('coercive-execution').id
    },
    next: closeCase,
  },
  'coercive-execution/substitute/substitute-performance': {
    act: (office) => {
      done(execution.substitute(execution.substituteUrged(office)))
      return office.child('coercive-execution').id
    },
    next: closeCase,
  },
  'coercive-execution/demolish/forced-demolition': {
    act: (office) => {
      done(execution.execute(demolitionDecided(office), {}, 'demolish'))
      return office.child('coercive-execution').id
    },
    next: finish,
  },
  'penalty-ordinary/inquire/inquiry': {
    act: (office) => {
      steps.reach(office, 'investigation')
      done(office.take('lin', 'inquire', steps.inquiry(office)))
      done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
      return 'main'
    },
    next: report,
  },
  'penalty-ordinary/inspect-scene/on-site-inspection': {
    act: (office) => {
      steps.reach(office, 'investigation')
      done(office.take('lin', 'inspect-scene', steps.scene(office)))
      done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
      return 'main'
    },
    next: report,
  },
  'penalty-ordinary/add-evidence/evidence-taking': {
    act: (office) => {
      steps.reach(office, 'investigation')
      done(office.take('lin', 'inquire', steps.inquiry(office)))
      done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
      return 'main'
    },
    next: report,
  },
  'penalty-ordinary/hear-party/rights-waiver': {
    act: (office) => {
      steps.waive(steps.reach(office, 'statement'), { ...steps.WAIVER, 'waiver-medium': '录音录像' })
      return 'main'
    },
    next: reconsider,
  },
  'hearing/hold/hearing': {
    act: (office) => {
      steps.reach(office, 'statement', steps.HEAVY_NOTICE)
      steps.hear(office)
      return office.child('hearing').id
    },
    next: reconsider,
  },
  'delivery/deliver/delivery-by-leaving': {
    act: delivered({ method: '留置送达', witness: '李某', 'delivery-note': '当事人拒绝签收' }, '2026-06-03'),
    next: reconsider,
  },
  'delivery/deliver/delivery-by-announcement': {
    act: delivered({ method: '公告送达', 'delivery-note': '当事人下落不明，住所无人' }, '2026-07-20'),
    next: reconsider,
  },
  'seizure/seize/seizure': {
    act: (office) => {
      custody.open(office, 'open-seizure')
      done(office.take('lin', 'ask', { case: custody.GROUNDS }))
      office.agreeAll('zheng', 'wu')
      done(office.take('lin', 'seize', { case: custody.onTheSpot(office) }))
      custody.liftAll(office)
      return office.child('seizure').id
    },
    next: (office) => office.take('lin', 'finish'),
  },
  'seizure/seize-at-once/seizure': {
    act: (office) => {
      custody.open(office, 'open-seizure')
      const facts = { ...custody.GROUNDS, ...custody.onTheSpot(office), urgency: '正在装车' }
      done(office.take('lin', 'seize-at-once', { case: facts }))
      return office.child('seizure').id
    },
    next: (office) => office.take('lin', 'ask-late', { case: { urgency: '正在装车' } }),
  },
  'custody/return/seizure-release': {
    act: (office) => {
      custody.liftAll(custody.seized(office))
      custody.giveBack(office)
      return office.child('custody').id
    },
    next: closeList,
  },
  'custody/destroy/disposal': { act: (office) => disposed(office, custody.destroy), next: closeList },
  'custody/sell/disposal': { act: (office) => disposed(office, custody.sell), next: closeList },
  'preservation/preserve/preservation': {
    act: (office) => custody.preserved(office).child('preservation').id,
    next: transfer,
  },
  'sampling/sample/sampling': {
    act: (office) => {
      done(custody.sampled(office))
      return office.child('sampling').id
    },
    next: transfer,
  },
  'penalty-summary/decide/on-site-inspection': {
    act: (office) => {
      done(summary.decide(summary.openSummary(office)))
      steps.deliverAll(office)
      return 'main'
    },
    next: (office) => office.take('lin', 'begin-performance'),
  },
  'licence/verify/licence-verification': {
    act: (office) => {
      done(licence.verify(licence.accepted(office)))
      return 'main'
    },
    next: (office) => licence.examine(office),
  },
  ...LOOKED_AT_RECORDINGS,
  'licence-hearing/hold/hearing': {
    act: (office) => heard(office).child('licence-hearing').id,
    next: (office) => licence.examine(office, { 'hearing-answer': '采纳' }),
  },
}

export function sceneIn(key: string): SceneCode {
  return key.split('/')[2] as SceneCode
}
