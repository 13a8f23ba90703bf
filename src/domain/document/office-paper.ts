import type { DocumentData } from './merge-data.ts'

/** The blocks of a paper that speaks of no party, violation or evidence: a form or a list of the office's own. */
export const OFFICE_PAPER = {
  parties: [],
  violations: [],
  officers: [],
  approvals: [],
  evidence: [],
  catalogue: [],
  sections: [],
  facts: {},
  rows: [],
  deadlines: [],
} as const satisfies Partial<DocumentData>
