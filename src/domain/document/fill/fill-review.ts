import { groundsOfAct } from '../../case/gates/major-review.ts'
import { reviewGrounds } from '../../case/gates/review.ts'
import { isOfPenalty, reviewedAct } from '../../case/reviewed-act.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import type { ReviewBlock } from '../merge-blocks.ts'
import type { DocumentData } from '../merge-data.ts'
import { caseViewOf } from './case-view-of.ts'
import { section } from './course.ts'
import { rowsOf } from './fact-rows.ts'
import { proposalSection } from './fill-report.ts'
import { type Filler, type Filling, issuingAction, nameOf, textIn } from './filling.ts'
import { newestOf, titleOf } from './issued-documents.ts'
import { approvalsOf } from './people-blocks.ts'
import { itemsOfCase, violationBlocks } from './violation-blocks.ts'

/** 法制审核送审: what is put before the reviewer, bound to the draft by its digest. */
export const fillReviewSubmission: Filler = (filling) => {
  const { document, agency, state, run } = filling
  const { by } = issuingAction(filling) ?? {}
  const isPenalty = isOfPenalty(state, run)
  const view = caseViewOf(filling, run)
  return {
    ...(isPenalty ? penaltyDraft(filling) : { sections: otherDraft(filling) }),
    approvals: approvalsOf(filling),
    review: {
      ...subjectOf(filling),
      submittedOn: document.issuedOn,
      ...(agency.unit && { unit: agency.unit }),
      submitter: nameOf(filling, by),
      situations: isPenalty ? reviewGrounds(view) : groundsOfAct(view),
      materials: materialsOf(state, document.id),
      points: [],
      ...(document.draft && { draftDigest: document.draft }),
    },
  }
}

function penaltyDraft(filling: Filling): Partial<DocumentData> {
  return {
    violations: violationBlocks(filling, 'decided'),
    decision: { items: itemsOfCase(filling, 'decided') },
    sections: proposalSection(filling),
  }
}

/** What is about to be decided, as the facts say it that the review binds. */
function otherDraft(filling: Filling): DocumentData['sections'] {
  const rows = rowsOf(filling, filling.procedure.draft ?? [])
  return section(
    'proposal',
    '拟作出的决定',
    rows.map(({ label, text }) => `${label}：${text}`),
  )
}

/** Of what is no penalty the paper says what it is, and speaks of no filing. */
function subjectOf({ env, state, run }: Filling): Pick<ReviewBlock, 'subject' | 'registeredOn'> {
  if (isOfPenalty(state, run)) return {}
  const act = reviewedAct(state, run)
  return { subject: getProcedure(env.procedures, act.procedure, act.version).title, registeredOn: state.openedOn }
}

/** 法制审核意见书: seven points with reasons, for exactly the draft that was submitted. */
export const fillReviewOpinion: Filler = (filling) => {
  const { run, state, document, agency } = filling
  const issuing = issuingAction(filling)
  const submission = newestOf(state, 'review-submission')
  const draftDigest = run.draft ?? submission?.draft
  return {
    review: {
      ...subjectOf(filling),
      ...(submission && { submittedOn: submission.issuedOn }),
      ...(agency.unit && { unit: agency.unit }),
      situations: [],
      materials: [],
      points: pointsOf(filling),
      ...(issuing?.on && { verdict: issuing.action.title, reviewedOn: document.issuedOn }),
      opinion: textIn(run, 'overall'),
      ...(issuing?.by && { reviewer: reviewerOf(filling, issuing.by) }),
      ...(draftDigest && { draftDigest }),
    },
  }
}

const VERDICT = /-verdict$/u

function pointsOf({ run, procedure }: Filling): ReviewBlock['points'] {
  const points = Object.entries(procedure.facts).filter(([name]) => VERDICT.test(name))
  return points.map(([name, { title }], index) => ({
    no: index + 1,
    title,
    verdict: textIn(run, name),
    reason: textIn(run, name.replace(VERDICT, '-reason')),
  }))
}

function reviewerOf(filling: Filling, id: string): NonNullable<ReviewBlock['reviewer']> {
  const hasLicence = filling.env.person(id)?.hasLawLicence === true
  return { name: nameOf(filling, id), ...(hasLicence && { qualification: '已取得国家统一法律职业资格' }) }
}

function materialsOf(state: Filling['state'], self: string): readonly string[] {
  const earlier = state.documents.filter((doc) => doc.id !== self && !doc.voided)
  const titles = earlier.map((doc) => `${titleOf(state, doc)}${doc.number ? `（${doc.number}）` : ''}`)
  return state.evidence.length > 0 ? [...titles, `证据材料${state.evidence.length}份`] : titles
}
