import { done } from '../law-office.ts'
import * as revision from '../revision-steps.ts'
import { RANGED, type Rows } from './scenario.ts'

export const REVISION: Rows = {
  'penalty-revision/correct/clerical-only': {
    says: '不是补正',
    run: (office) => {
      const facts = { case: { ...revision.CORRECTION.case, 'is-clerical': false } }
      return revision.openRevision(office).take('lin', 'correct', facts)
    },
  },
  'penalty-revision/draft-change/no-review-open': {
    says: '法制审核正在进行',
    run: (office) => {
      done(revision.drafted(revision.openRevision(office)).take('lin', 'submit-review'))
      return office.take('lin', 'draft-change', revision.CHANGE_DRAFT)
    },
  },
  'penalty-revision/draft-change/sanction-left': {
    says: '请按撤销办理',
    run: (office) => revision.openRevision(office).take('lin', 'draft-change', { case: revision.CHANGE_DRAFT.case }),
  },
  'penalty-revision/draft-change/within-range': {
    says: '超过法定上限',
    run: (office) => {
      const violation = { 'violation-1': { fine: '50000.01' } }
      return revision
        .openRevision(office, { violations: [RANGED] })
        .take('lin', 'draft-change', { ...revision.CHANGE_DRAFT, violation })
    },
  },
  'penalty-revision/draft-revocation/no-review-open': {
    says: '法制审核正在进行',
    run: (office) => {
      done(revision.drafted(revision.openRevision(office)).take('lin', 'submit-review'))
      return office.take('lin', 'draft-revocation', revision.REVOCATION_DRAFT)
    },
  },
  'penalty-revision/submit-review/revision-drafted': {
    says: '还没有拟写',
    run: (office) => revision.openRevision(office).take('lin', 'submit-review'),
  },
  'penalty-revision/submit-review/no-review-open': {
    says: '法制审核正在进行',
    run: (office) => {
      done(revision.drafted(revision.openRevision(office)).take('lin', 'submit-review'))
      return office.take('lin', 'submit-review')
    },
  },
  'penalty-revision/change/change-drafted': {
    says: '还没有拟写变更的内容',
    run: (office) =>
      revision.reviewed(revision.openRevision(office), 'revocation').take('lin', 'change', revision.CHANGE),
  },
  'penalty-revision/change/revision-reviewed': {
    says: '还没有提交法制审核',
    run: (office) => revision.drafted(revision.openRevision(office)).take('lin', 'change', revision.CHANGE),
  },
  'penalty-revision/revoke/revocation-drafted': {
    says: '还没有拟写撤销的理由',
    run: (office) => revision.reviewed(revision.openRevision(office)).take('lin', 'revoke', revision.CHANGE),
  },
  'penalty-revision/revoke/revision-reviewed': {
    says: '还没有提交法制审核',
    run: (office) =>
      revision.drafted(revision.openRevision(office), 'revocation').take('lin', 'revoke', revision.CHANGE),
  },
  'penalty-revision/record-withdrawal/withdrawn-by-today': {
    says: '不能晚于今天',
    run: (office) =>
      revision.change(office).take('lin', 'record-withdrawal', { case: { 'withdrawn-on': '2026-06-02' } }),
  },
  'penalty-revision/finish/revision-delivered': {
    says: '还没有收到这份决定书',
    run: (office) => revision.correct(office).take('lin', 'finish', { case: { 'closure-note': '已经补正' } }),
  },
}
