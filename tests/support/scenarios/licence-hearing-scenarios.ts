import { done, type LawOffice } from '../law-office.ts'
import * as licence from '../licence-steps.ts'
import { hearingScenarios, held } from './hearing-scenarios.ts'
import type { Rows, Run } from './scenario.ts'

/** Somebody who was told has asked for a hearing. */
export const asked = (office: LawOffice): LawOffice => {
  done(licence.askHearing(licence.told(office)))
  return office
}

export function heard(office: LawOffice): LawOffice {
  return held(asked(office))
}

const refusing =
  (more: Record<string, unknown>): Run =>
  (office) =>
    licence.refuseHearing(licence.told(office).on('2026-06-10'), more)

export const LICENCE_HEARING: Rows = {
  ...hearingScenarios({ code: 'licence-hearing', asked, hosted: '审查本申请的工作人员以外' }),
  'licence/refuse-hearing/hearing-refusal-grounded': {
    says: '不能以逾期为由不予听证',
    run: refusing({ 'hearing-asked-on': '2026-06-08' }),
  },
}
