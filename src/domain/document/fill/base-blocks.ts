import type { DocumentData, EvidenceBlock } from '../merge-data.ts'
import { findDocumentKind } from '../registry.ts'
import { dateIn, type Filling, textIn } from './filling.ts'
import { decisionOf, newestOf, openedOnOf } from './issued-documents.ts'
import { partyBlockOf } from './party-block-of.ts'
import { officersOf } from './people-blocks.ts'
import { violationsOf } from './violation-blocks.ts'

/** What every kind has. */
export function baseBlocks(filling: Filling): DocumentData {
  const { state, agency, party } = filling
  return {
    document: documentBlock(filling),
    agency: agencyBlock(agency),
    case: caseBlock(filling),
    parties: (party ? [party] : state.parties).map(partyBlockOf),
    ...(party && { party: partyBlockOf(party) }),
    violations: [],
    officers: officersOf(filling),
    approvals: [],
    evidence: [],
    sections: [],
    facts: {},
    rows: [],
    deadlines: [],
    catalogue: [],
  }
}

function documentBlock({ document, isDraft }: Filling): DocumentData['document'] {
  const { code, issuedOn, number } = document
  const title = findDocumentKind(code, issuedOn)?.title ?? code
  return { code, title, issuedOn, ...(number && { number }), ...(isDraft && { isDraft }) }
}

/** Only what is printed: the caller's agency may carry more. */
function agencyBlock(agency: DocumentData['agency']): DocumentData['agency'] {
  const { name, word, address, phone, postcode, uscc, reviewBody, court, payee, unit } = agency
  const optional = { ...(postcode && { postcode }), ...(payee && { payee }), ...(unit && { unit }) }
  return { name, word, address, phone, uscc, reviewBody, court, ...optional }
}

function caseBlock(filling: Filling): DocumentData['case'] {
  const { state, root } = filling
  const cause = [...new Set(violationsOf(filling).map((item) => item.cause))].join('；')
  const source = textIn(root, 'source')
  const foundOn = dateIn(root, 'found-on')
  const openedOn = openedOnOf(filling)
  const decidedOn = decisionOf(state)?.issuedOn
  const closedOn = newestOf(state, 'closure-approval')?.issuedOn ?? state.endedOn
  return {
    name: state.name,
    ...(state.number && { number: state.number }),
    ...(source && { source }),
    ...(cause && { cause }),
    ...(foundOn && { foundOn }),
    ...(openedOn && { openedOn }),
    ...(decidedOn && { decidedOn }),
    ...(closedOn && { closedOn }),
  }
}

export function evidenceOf({ state }: Filling): readonly EvidenceBlock[] {
  return state.evidence.map(({ kind, title, source, proves, sha256 }, index) => ({
    no: index + 1,
    kind,
    title,
    source,
    ...(proves && { proves }),
    ...(sha256 && { digest: sha256 }),
  }))
}
