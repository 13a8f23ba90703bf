import { isInstant } from '../../calendar/due-at.ts'
import { formatInstant } from '../../form/format-fact.ts'
import type { RecordBlock } from '../merge-blocks.ts'
import { evidenceOf } from './base-blocks.ts'
import { type Filler, type Filling, holdsIn, peopleIn, textIn } from './filling.ts'
import { allOf } from './issued-documents.ts'
import { officersOf } from './people-blocks.ts'
import { dialogueOf, paragraphsOf } from './wording.ts'

const SHOWN = '执法人员已主动表明身份、出示执法证件，告知依法享有申请回避、陈述申辩的权利和配合调查的义务。'

/** 询问笔录 (行政处罚法第五十五条第二款). */
export const fillInquiry: Filler = (filling) => {
  const { run, state, document } = filling
  const { opening, turns } = dialogueOf(textIn(run, 'inquiry-text'))
  const earlier = allOf(state, document.code).filter((doc) => doc.id !== document.id)
  return {
    officers: recordOfficers(filling),
    record: {
      ...timesOf(filling),
      place: textIn(run, 'inquiry-place'),
      // Earlier records may be of other people; only the first is surely somebody's first.
      ...(earlier.length === 0 && { round: 1 }),
      subject: subjectOf(filling, textIn(run, 'inquired-person')),
      attendees: [],
      ...(openingOf(filling, opening) && { opening: openingOf(filling, opening) }),
      turns,
      paragraphs: [],
    },
  }
}

/** 现场笔录. */
export const fillScene: Filler = (filling) => {
  const { run } = filling
  const witness = textIn(run, 'scene-witness')
  return {
    officers: recordOfficers(filling),
    record: {
      ...timesOf(filling),
      place: textIn(run, 'scene-place'),
      ...(witness && { witness: { name: witness } }),
      attendees: [],
      turns: [],
      paragraphs: paragraphsOf(textIn(run, 'scene-text')),
    },
  }
}

/** 证据清单. */
export const fillEvidenceList: Filler = (filling) => ({ evidence: evidenceOf(filling) })

function recordOfficers(filling: Filling) {
  return officersOf(filling, peopleIn(filling.run, 'officers'))
}

/** When it began and ended, as far as both are known. */
export function timesOf({ run }: Filling): Pick<RecordBlock, 'startedAt' | 'endedAt'> {
  const at = (name: string) => (isInstant(textIn(run, name)) ? formatInstant(textIn(run, name)) : '')
  return { startedAt: at('began-at'), endedAt: at('ended-at') }
}

function openingOf({ run }: Filling, lines: readonly string[]): string {
  if (lines.length > 0) return lines.join('')
  return holdsIn(run, 'certificate-shown') ? SHOWN : ''
}

/** The person questioned; what the register knows of them when they are a party or head one. */
function subjectOf({ state }: Filling, name: string): NonNullable<RecordBlock['subject']> {
  const self = state.parties.find((party) => party.kind === 'person' && party.name === name)
  if (self) {
    const { idNumber, phone, address } = self
    return { name, ...(idNumber && { idNumber }), phone, address, relation: '当事人' }
  }
  const headed = name === '' ? undefined : state.parties.find((party) => party.legalRepresentative === name)
  if (!headed) return { name }
  const relation = headed.kind === 'self-employed' ? '经营者' : '法定代表人（负责人）'
  return { name, employer: headed.name, relation }
}
