import { DUTY_KINDS } from '../kinds/duty-kinds.ts'
import { LISTED_KINDS } from '../kinds/listed-kinds.ts'
import { fillByFields } from './fill-by-fields.ts'
import { fillClosure, fillDossierCover, fillNothing } from './fill-closure.ts'
import { fillCourtApplication } from './fill-court.ts'
import { fillCoercionRecord, fillCustodyRecord, fillThingsList } from './fill-custody.ts'
import { fillCustodySheet } from './fill-custody-sheet.ts'
import { fillNoPenalty, fillPenaltyDecision } from './fill-decision.ts'
import { fillDelivery } from './fill-delivery.ts'
import { fillDefence, fillReferral, fillReviewAnswer, fillReviewForwarding } from './fill-dispute.ts'
import {
  fillBenefit,
  fillBenefitRefusal,
  fillCompensation,
  fillConfirmation,
  fillConfirmationRefusal,
  fillLevy,
  fillLevyUrging,
  fillRequestRejection,
  fillRequisition,
} from './fill-duty.ts'
import {
  fillAgreement,
  fillDemolitionNotice,
  fillExecutionDecision,
  fillExecutionRecord,
  fillExecutionResumption,
  fillFineUrging,
  fillInstalmentGrant,
  fillInstalmentRefusal,
  fillStopNotice,
  fillSubstituteDecision,
  fillSubstituteUrging,
  fillUrging,
} from './fill-execution.ts'
import { fillFiling, fillWithdrawal } from './fill-filing.ts'
import {
  fillFreezeAssistance,
  fillFreezeDecision,
  fillFreezeExtension,
  fillFreezeRecord,
  fillFreezeRelease,
  fillFreezeReleaseAssistance,
  fillFreezeTransfer,
} from './fill-freeze.ts'
import {
  fillChange,
  fillCommission,
  fillCorrection,
  fillPeriodNotice,
  fillRecusal,
  fillRevocation,
  fillTestResult,
} from './fill-halting.ts'
import { fillHearingNotice, fillHearingRecord } from './fill-hearing.ts'
import { fillReportReply } from './fill-informant.ts'
import {
  fillCorrectionOrder,
  fillCorrectionReview,
  fillInspectionApproval,
  fillInspectionNotice,
  fillInspectionPlan,
  fillInspectionRecord,
  fillInspectionResult,
} from './fill-inspection.ts'
import {
  fillAcceptance,
  fillCertificate,
  fillGrant,
  fillLicenceRefusal,
  fillRejection,
  fillSupplement,
} from './fill-licence.ts'
import {
  fillEarlyDisposal,
  fillGoodsTransfer,
  fillMeasureApproval,
  fillPreservationDecision,
  fillPreservationLift,
  fillPreservationNotice,
  fillSampleDisposal,
  fillSeizureDecision,
  fillSeizureDisposal,
  fillSeizureExtension,
  fillSeizureLift,
} from './fill-measures.ts'
import { fillNonSiteNotice } from './fill-non-site.ts'
import { fillNotice } from './fill-notice.ts'
import { fillPanel } from './fill-panel.ts'
import { fillPayment } from './fill-payment.ts'
import { fillEvidenceList, fillInquiry, fillScene } from './fill-record.ts'
import { fillExtension, fillReconsideration, fillReport } from './fill-report.ts'
import { fillReviewOpinion, fillReviewSubmission } from './fill-review.ts'
import { fillResumption, fillSuspension, fillTermination } from './fill-standing-still.ts'
import { fillSummaryDecision } from './fill-summary.ts'
import { fillReferralApproval, fillTransfer } from './fill-transfer.ts'
import type { Filler } from './filling.ts'

/** How each kind of document is filled; a kind of the list without an entry prints its own fields and nothing else of the case. */
export const FILLERS: Readonly<Record<string, Filler>> = {
  ...Object.fromEntries([...LISTED_KINDS, ...DUTY_KINDS].map(({ code }) => [code, fillByFields])),
  'filing-approval': fillFiling,
  'filing-refusal': fillFiling,
  'inquiry-record': fillInquiry,
  'scene-record': fillScene,
  'evidence-list': fillEvidenceList,
  'investigation-report': fillReport,
  'review-submission': fillReviewSubmission,
  'review-opinion': fillReviewOpinion,
  'penalty-notice': fillNotice,
  'summary-decision': fillSummaryDecision,
  'hearing-notice': fillHearingNotice,
  'hearing-record': fillHearingRecord,
  'reconsideration-opinion': fillReconsideration,
  'panel-record': fillPanel,
  'penalty-decision': fillPenaltyDecision,
  'no-penalty-decision': fillNoPenalty,
  'filing-withdrawal': fillWithdrawal,
  'extension-approval': fillExtension,
  'decision-correction': fillCorrection,
  'decision-change': fillChange,
  'decision-revocation': fillRevocation,
  'suspension-decision': fillSuspension,
  'resumption-decision': fillResumption,
  'termination-decision': fillTermination,
  'recusal-decision': fillRecusal,
  'test-result-notice': fillTestResult,
  'transfer-letter': fillTransfer,
  'referral-approval': fillReferralApproval,
  'delivery-receipt': fillDelivery,
  'payment-notice': fillPayment,
  'closure-approval': fillClosure,
  'dossier-cover': fillDossierCover,
  'dossier-catalogue': fillNothing,
  'dossier-notes': fillNothing,
  'four-property-report': fillNothing,
  'custody-sheet': fillCustodySheet,
  'court-pack-catalogue': fillNothing,
  'supplement-notice': fillSupplement,
  'acceptance-notice': fillAcceptance,
  'rejection-notice': fillRejection,
  'licence-decision': fillGrant,
  'licence-refusal': fillLicenceRefusal,
  'licence-certificate': fillCertificate,
  'preservation-approval': fillMeasureApproval,
  'preservation-notice': fillPreservationNotice,
  'preservation-list': fillThingsList,
  'preservation-decision': fillPreservationDecision,
  'preservation-lift': fillPreservationLift,
  'sampling-record': fillThingsList,
  'test-commission': fillCommission,
  'sample-disposal-notice': fillSampleDisposal,
  'coercion-approval': fillMeasureApproval,
  'seizure-decision': fillSeizureDecision,
  'seizure-list': fillThingsList,
  'coercion-record': fillCoercionRecord,
  'seizure-extension': fillSeizureExtension,
  'test-period-notice': fillPeriodNotice,
  'seizure-disposal': fillSeizureDisposal,
  'seizure-lift': fillSeizureLift,
  'early-disposal-notice': fillEarlyDisposal,
  'goods-transfer-notice': fillGoodsTransfer,
  'freeze-decision': fillFreezeDecision,
  'freeze-assistance': fillFreezeAssistance,
  'freeze-extension': fillFreezeExtension,
  'freeze-release': fillFreezeRelease,
  'freeze-release-assistance': fillFreezeReleaseAssistance,
  'freeze-transfer-notice': fillFreezeTransfer,
  'freeze-record': fillFreezeRecord,
  'inspection-approval': fillInspectionApproval,
  'inspection-plan': fillInspectionPlan,
  'inspection-notice': fillInspectionNotice,
  'inspection-record': fillInspectionRecord,
  'inspection-result': fillInspectionResult,
  'correction-order': fillCorrectionOrder,
  'correction-review': fillCorrectionReview,
  'non-site-notice': fillNonSiteNotice,
  'return-list': fillCustodyRecord,
  'store-in-record': fillCustodyRecord,
  'store-move-record': fillCustodyRecord,
  'store-out-record': fillCustodyRecord,
  'destruction-record': fillCustodyRecord,
  'sale-record': fillCustodyRecord,
  'hand-over-record': fillCustodyRecord,
  'thing-card': fillThingsList,
  'execution-urging': fillUrging,
  'fine-urging': fillFineUrging,
  'execution-decision': fillExecutionDecision,
  'execution-record': fillExecutionRecord,
  'substitute-urging': fillSubstituteUrging,
  'substitute-decision': fillSubstituteDecision,
  'demolition-term-notice': fillDemolitionNotice,
  'execution-agreement': fillAgreement,
  'execution-suspension': fillStopNotice,
  'execution-termination': fillStopNotice,
  'execution-resumption': fillExecutionResumption,
  'court-application': fillCourtApplication,
  'instalment-grant': fillInstalmentGrant,
  'instalment-refusal': fillInstalmentRefusal,
  'referral-letter': fillReferral,
  'report-reply': fillReportReply,
  'review-forwarding': fillReviewForwarding,
  'review-answer': fillReviewAnswer,
  'defence-statement': fillDefence,
  'request-rejection': fillRequestRejection,
  'benefit-decision': fillBenefit,
  'benefit-refusal': fillBenefitRefusal,
  'confirmation-decision': fillConfirmation,
  'confirmation-refusal': fillConfirmationRefusal,
  'levy-decision': fillLevy,
  'levy-urging': fillLevyUrging,
  'requisition-decision': fillRequisition,
  'compensation-decision': fillCompensation,
}
