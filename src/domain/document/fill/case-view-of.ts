import type { Person } from '../../case/environment.ts'
import { NO_FACTS } from '../../case/state.ts'
import { type CaseView, viewOf } from '../../case/view.ts'
import type { Filling } from './filling.ts'

// A view names who acts; the rules that documents ask (hearing due, review due) do not look at it.
const NOBODY: Person = {
  id: '',
  name: '',
  agency: '',
  employment: 'staff',
  hasLawLicence: false,
  posts: [],
  certificates: [],
}

/** A run as the rules of the gates see it, the case's own unless it is said, so that documents and gates judge alike. */
export function caseViewOf({ env, state, root }: Filling, run = root): CaseView {
  return viewOf({ env, state, run, actor: NOBODY, action: '', facts: NO_FACTS, evidence: [] })
}
