import { CHECKED, register } from '../clue-steps.ts'
import type { Rows, Run } from './scenario.ts'

const checked =
  (more: Readonly<Record<string, unknown>>): Run =>
  (office) =>
    register(office).take('lin', 'make-case', { case: { ...CHECKED, ...more } })

export const CLUES: Rows = {
  'clue/make-case/jurisdiction': { says: '移送有管辖权的机关', run: checked({ 'in-jurisdiction': false }) },
  'clue/make-case/clue-limitation': { says: '已经超过2年', run: checked({ 'ended-on': '2024-05-31' }) },
  'clue/assign/new-handlers-qualified': {
    says: '还差一名有资格的执法人员',
    run: (office) =>
      register(office).take('zheng', 'assign', { case: { handlers: ['lin', 'expired'], 'handlers-reason': '交办' } }),
  },
}
