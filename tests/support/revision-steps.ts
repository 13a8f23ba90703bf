import type { CaseState } from '#domain/case/state.ts'
import { done, LawOffice, type Opened } from './law-office.ts'
import * as steps from './penalty-steps.ts'

export const ERROR = {
  case: {
    'original-number': '南青市监罚决〔2026〕1号',
    'revision-cause': '本机关自行发现',
    error: '决定书把“六瓶”写成“六百瓶”。',
  },
} as const
export const CHANGE_DRAFT = {
  case: {
    'change-reason': '裁量明显不当',
    'change-words': '罚款变更为三千元。',
    'heard-words': '当事人没有异议。',
  },
  violation: { 'violation-1': { fine: '3000', warning: true } },
} as const
export const REVOCATION_DRAFT = {
  case: { 'revocation-reason': '主要证据不足', refund: '退还已缴的罚款。' },
} as const
export const CHANGE = { case: { 'public-reason': '原决定的罚款数额不当，已经变更。' } } as const
export const CORRECTION = {
  case: { 'is-clerical': true, 'correction-reason': '文字笔误', 'correction-words': '“六百瓶”补正为“六瓶”。' },
} as const

/** A decision that had to be reviewed, and was. */
function weighty(): CaseState {
  const decided = steps.reach(new LawOffice(), 'delivery').case
  const [root] = decided.runs
  if (!root) throw new Error('a case has a run')
  return { ...decided, runs: [root, { ...root, id: 'review', procedure: 'legal-review', parent: root.id }] }
}

/** A case about the decision of another one, which stays as it is. */
export function openRevision(office: LawOffice, more: Opened = {}): LawOffice {
  office.origin = weighty()
  done(office.open('penalty-revision', 'lin', ERROR, more))
  return office
}

/** Drafted, and passed by the reviewer, as the decision itself was. */
export function drafted(office: LawOffice, what: 'change' | 'revocation' = 'change'): LawOffice {
  done(office.take('lin', `draft-${what}`, what === 'change' ? CHANGE_DRAFT : REVOCATION_DRAFT))
  return office
}
export function reviewed(office: LawOffice, what: 'change' | 'revocation' = 'change'): LawOffice {
  steps.review(drafted(office, what))
  return office
}

export function change(office: LawOffice): LawOffice {
  done(reviewed(openRevision(office)).take('lin', 'change', CHANGE))
  office.agreeAll('zheng', 'wu')
  return office
}

export function correct(office: LawOffice): LawOffice {
  done(openRevision(office).take('lin', 'correct', CORRECTION))
  done(office.agree('wu'))
  return office
}
