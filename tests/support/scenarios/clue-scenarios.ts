import { answered, CHECKED, notFiled, register } from '../clue-steps.ts'
import { reach } from '../penalty-steps.ts'
import type { Rows, Run } from './scenario.ts'

const checked =
  (more: Readonly<Record<string, unknown>>): Run =>
  (office) =>
    register(office).take('lin', 'make-case', { case: { ...CHECKED, ...more } })

export const CLUES: Rows = {
  'clue/make-case/jurisdiction': { says: '移送有管辖权的机关', run: checked({ 'in-jurisdiction': false }) },
  'clue/make-case/clue-limitation': { says: '已经超过2年', run: checked({ 'ended-on': '2024-05-31' }) },
  'clue/reply-informant/replied-by-today': {
    says: '答复的日期不能晚于今天',
    run: (office) => notFiled(register(office)).take('lin', 'reply-informant', answered('2026-06-02')),
  },
  'penalty-ordinary/reply-informant/replied-by-today': {
    says: '答复的日期不能晚于今天',
    run: (office) => reach(office, 'investigation').take('lin', 'reply-informant', answered('2026-06-02', '已经立案')),
  },
  'clue/assign/new-handlers-qualified': {
    says: '还差一名有资格的执法人员',
    run: (office) =>
      register(office).take('zheng', 'assign', { case: { handlers: ['lin', 'expired'], 'handlers-reason': '交办' } }),
  },
}
