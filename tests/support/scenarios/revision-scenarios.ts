import * as revision from '../revision-steps.ts'
import type { Rows } from './scenario.ts'

export const REVISION: Rows = {
  'penalty-revision/correct/clerical-only': {
    says: '不是补正',
    run: (office) => {
      const facts = { case: { ...revision.CORRECTION.case, 'is-clerical': false } }
      return revision.openRevision(office).take('lin', 'correct', facts)
    },
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
