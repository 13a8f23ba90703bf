import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { PARAMETERS } from '#domain/parameter/registry.ts'
import { checkProcedure } from '#domain/procedure/check.ts'
import { sourceProblems } from '#domain/procedure/check-sources.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { proceduresOf } from '#domain/procedure/procedures.ts'
import { SCENES } from '#domain/recording/scenes.ts'
import { adminReview } from './admin-review.ts'
import { benefit } from './benefit.ts'
import { clue } from './clue.ts'
import { coerciveExecution } from './coercive-execution.ts'
import { confirmation } from './confirmation.ts'
import { courtExecution } from './court-execution.ts'
import { custody } from './custody.ts'
import { delivery } from './delivery.ts'
import { executionCase } from './execution-case.ts'
import { expertTest } from './expert-test.ts'
import { fee } from './fee.ts'
import { freeze } from './freeze.ts'
import { hearing } from './hearing.ts'
import { hostRecusal } from './host-recusal.ts'
import { inspection } from './inspection.ts'
import { jurisdiction } from './jurisdiction.ts'
import { legalReview } from './legal-review.ts'
import { levy } from './levy.ts'
import { licence } from './licence.ts'
import { licenceCancellation } from './licence-cancellation.ts'
import { licenceChange } from './licence-change.ts'
import { licenceHearing } from './licence-hearing.ts'
import { licenceHostRecusal, licenceRecusal } from './licence-recusal.ts'
import { licenceRenewal } from './licence-renewal.ts'
import { licenceRevocation } from './licence-revocation.ts'
import { licenceWithdrawal } from './licence-withdrawal.ts'
import { litigation } from './litigation.ts'
import { measureCase } from './measure-case.ts'
import { nonSite } from './non-site.ts'
import { withOtherPapers } from './other-papers.ts'
import { panel } from './panel.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { penaltyRevision } from './penalty-revision.ts'
import { penaltySummary } from './penalty-summary.ts'
import { preservation } from './preservation.ts'
import { recusal } from './recusal.ts'
import { withRemedyTerms } from './remedy-terms.ts'
import { requisition } from './requisition.ts'
import { sampling } from './sampling.ts'
import { seizure } from './seizure.ts'
import { suspension } from './suspension.ts'
import { transfer } from './transfer.ts'

/** Every procedure that runs here; a new one is a new file and a line in this list. */
const WRITTEN: readonly AnyProcedure[] = [
  clue,
  penaltyOrdinary,
  penaltySummary,
  licence,
  licenceChange,
  licenceRenewal,
  licenceWithdrawal,
  licenceRevocation,
  licenceCancellation,
  levy,
  requisition,
  fee,
  benefit,
  confirmation,
  legalReview,
  hearing,
  licenceHearing,
  panel,
  delivery,
  transfer,
  adminReview,
  litigation,
  preservation,
  sampling,
  seizure,
  freeze,
  measureCase,
  inspection,
  nonSite,
  custody,
  penaltyRevision,
  recusal,
  hostRecusal,
  licenceRecusal,
  licenceHostRecusal,
  jurisdiction,
  suspension,
  expertTest,
  coerciveExecution,
  courtExecution,
  executionCase,
]
const DEFINITIONS = WRITTEN.map(withOtherPapers).map(withRemedyTerms)

const known = {
  documentCodes: new Set(DOCUMENT_KINDS.map((kind) => kind.code)),
  procedures: new Set(DEFINITIONS.map((definition) => definition.code)),
  parameters: new Set(Object.keys(PARAMETERS)),
  scenes: new Map(Object.entries(SCENES)),
}
const problems = [
  ...DEFINITIONS.flatMap((definition) => checkProcedure(definition, known)),
  ...sourceProblems(DEFINITIONS),
]
if (problems.length > 0) throw new Error(`the procedures do not hold:\n${problems.join('\n')}`)

export const PROCEDURES = proceduresOf(DEFINITIONS)
