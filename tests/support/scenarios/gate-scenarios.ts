import { AFTER, SPARED } from './after-scenarios.ts'
import { ALTERED } from './altered-scenarios.ts'
import { CHILDREN, DELIVERY, HEARING } from './child-scenarios.ts'
import { CLUES } from './clue-scenarios.ts'
import { THINGS } from './custody-scenarios.ts'
import { DECISION, DRAFTING } from './decision-scenarios.ts'
import { DISPOSALS } from './disposal-scenarios.ts'
import { DISPUTE } from './dispute-scenarios.ts'
import { DUTIES } from './duty-scenarios.ts'
import { EXECUTION } from './execution-scenarios.ts'
import { FILING, INVESTIGATION } from './filing-scenarios.ts'
import { HALTING } from './halting-scenarios.ts'
import { HANDLERS } from './handler-scenarios.ts'
import { INSPECTION } from './inspection-scenarios.ts'
import { JURISDICTION } from './jurisdiction-scenarios.ts'
import { LICENCE_AFTER } from './licence-after-scenarios.ts'
import { LICENCE_RECUSALS } from './licence-recusal-scenarios.ts'
import { LICENCES } from './licence-scenarios.ts'
import { MAJOR_REVIEWS } from './major-review-scenarios.ts'
import { MEASURES } from './measure-scenarios.ts'
import { NON_SITE } from './non-site-scenarios.ts'
import { NOTICE, STATEMENT } from './notice-scenarios.ts'
import { RESULTS } from './result-scenarios.ts'
import { REVERSALS } from './reversal-scenarios.ts'
import { REVISION } from './revision-scenarios.ts'
import type { Rows } from './scenario.ts'
import { SUMMARY } from './summary-scenarios.ts'
import { TRANSFER } from './transfer-scenarios.ts'

/** By procedure, action and gate: one case for every gate that any action lists. */
export const SCENARIOS: Rows = {
  ...CLUES,
  ...FILING,
  ...INVESTIGATION,
  ...NOTICE,
  ...STATEMENT,
  ...DRAFTING,
  ...DECISION,
  ...SPARED,
  ...DISPOSALS,
  ...AFTER,
  ...HEARING,
  ...CHILDREN,
  ...DELIVERY,
  ...LICENCES,
  ...LICENCE_AFTER,
  ...LICENCE_RECUSALS,
  ...DUTIES,
  ...MAJOR_REVIEWS,
  ...SUMMARY,
  ...THINGS,
  ...MEASURES,
  ...INSPECTION,
  ...NON_SITE,
  ...TRANSFER,
  ...RESULTS,
  ...DISPUTE,
  ...HALTING,
  ...HANDLERS,
  ...JURISDICTION,
  ...REVISION,
  ...EXECUTION,
  ...ALTERED,
  ...REVERSALS,
}
