import * as inspection from './inspection-steps.ts'
import type { LawOffice } from './law-office.ts'
import { done } from './law-office.ts'
import { atTheBank, FREEZE_ASKED, openMeasureCase } from './measure-steps.ts'
import { openNonSite, reviewed } from './non-site-steps.ts'
import { deliverAll, fileCase } from './penalty-steps.ts'

type Facts = (office: LawOffice) => Readonly<Record<string, unknown>>
type Before = (office: LawOffice) => void

/** What the gates of measures and inspections want to see that the kind of a fact cannot tell. */
export const MEASURE_OVERRIDES: Readonly<Record<string, Facts>> = {
  'seizure/stop-for-test': () => ({ 'test-until': '2026-06-20' }),
  'freeze/ask': () => FREEZE_ASKED,
  'inspection/order-correction': () => ({ 'correct-by': '2026-06-15', 'review-on': '2026-06-20' }),
  'inspection/inspect': (office) => inspection.onSite(office).case,
  'inspection/inquire': (office) => inspection.onSite(office).case,
  'inspection/survey': (office) => inspection.onSite(office).case,
  'freeze/freeze': (office) => atTheBank(office),
}

/** What has to have happened before. */
export const MEASURE_BEFORE: Readonly<Record<string, Before>> = {
  'freeze/lapse': (office) => void office.on('2026-07-02'),
  'inspection/inspect': (office) => deliverAll(office),
  'inspection/inquire': (office) => deliverAll(office),
  'inspection/survey': (office) => deliverAll(office),
  'inspection/open-sampling': (office) => deliverAll(office),
  'inspection/open-preservation': (office) => deliverAll(office),
  'inspection/confirm-correction': (office) => deliverAll(office),
  'inspection/find-uncorrected': (office) => deliverAll(office),
  'inspection/close': (office) => deliverAll(office),
  'non-site/tell': (office) => done(office.take('lin', 'add-record', {}, [reviewed(office)])),
  'non-site/punish': (office) => deliverAll(office),
}

/** How a run comes to be. */
export const MEASURE_BEGIN: Readonly<Record<string, Before>> = {
  freeze: (office) => {
    fileCase(office)
    done(office.take('lin', 'open-freeze'))
  },
  'measure-case': (office) => void openMeasureCase(office),
  inspection: (office) => void inspection.openInspection(office),
  'non-site': (office) => void openNonSite(office),
}

export const MEASURE_ENDS: Readonly<Record<string, readonly string[]>> = {
  freeze: ['dropped', 'lapsed', 'moved', 'released'],
  'measure-case': ['over'],
  'non-site': ['dropped', 'to-penalty'],
  inspection: ['case', 'corrected', 'dropped', 'no-problem', 'not-corrected'],
}
