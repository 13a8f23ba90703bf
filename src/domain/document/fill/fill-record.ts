import { isInstant } from '../../calendar/due-at.ts'
import type { FactRow } from '../../case/state.ts'
import { formatInstant } from '../../form/format-fact.ts'
import type { RecordBlock } from '../merge-blocks.ts'
import { evidenceOf } from './base-blocks.ts'
import { fillByFields } from './fill-by-fields.ts'
import { type Filler, type Filling, holdsIn, nameOf, peopleIn, textIn } from './filling.ts'
import { allOf } from './issued-documents.ts'
import { officersOf } from './people-blocks.ts'
import { dialogueOf, paragraphsOf } from './wording.ts'

const SHOWN = '执法人员已主动表明身份、出示执法证件，告知依法享有申请回避、陈述申辩的权利和配合调查的义务。'

/** 询问笔录 (行政处罚法第五十五条第二款). */
export const fillInquiry: Filler = (filling) => {
  const { run } = filling
  const { opening, turns } = dialogueOf(textIn(run, 'inquiry-text'))
  const name = textIn(run, 'inquired-person')
  return {
    officers: recordOfficers(filling),
    record: {
      ...timesOf(filling),
      place: textIn(run, 'inquiry-place'),
      ...roundOf(filling, name),
      ...recorderOf(filling),
      subject: { ...subjectOf(filling, name), ...describedBy(filling, name) },
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
      weather: textIn(run, 'scene-weather'),
      ...recorderOf(filling),
      ...leadOf(filling),
      ...(witness && { witness: { name: witness } }),
      attendees: [],
      turns: [],
      paragraphs: paragraphsOf(textIn(run, 'scene-text')),
    },
  }
}

/** 勘验笔录. */
export const fillSurvey: Filler = (filling) => ({
  ...fillByFields(filling),
  officers: recordOfficers(filling),
  record: {
    ...timesOf(filling),
    place: textIn(filling.run, 'survey-place'),
    ...recorderOf(filling),
    attendees: [],
    turns: [],
    paragraphs: [],
  },
})

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

function recorderOf(filling: Filling): Pick<RecordBlock, 'recorder'> {
  const name = nameOf(filling, peopleIn(filling.run, 'recorder')[0])
  return name === '' ? {} : { recorder: name }
}

function leadOf({ run }: Filling): Pick<RecordBlock, 'subject'> {
  const name = textIn(run, 'scene-lead')
  if (name === '') return {}
  return { subject: { name, relation: textIn(run, 'scene-lead-post'), phone: textIn(run, 'scene-lead-phone') } }
}

/** What was written down of this person: the list is kept for the whole case, so that a second record finds them again. */
function rowOf({ run }: Filling, name: string): Readonly<Record<string, unknown>> {
  const rows = run.facts.case['inquired-people']
  const known = Array.isArray(rows) ? (rows as readonly unknown[]) : []
  const found = known.findLast(
    (row): row is FactRow => typeof row === 'object' && row !== null && 'name' in row && row.name === name,
  )
  return found ?? {}
}

const DESCRIBED = ['sex', 'age', 'idNumber', 'phone', 'address', 'employer', 'relation'] as const

function describedBy(filling: Filling, name: string): Partial<NonNullable<RecordBlock['subject']>> {
  const row = rowOf(filling, name)
  const said = DESCRIBED.map((key) => [key, String(row[key] ?? '').trim()]).filter(([, text]) => text !== '')
  return Object.fromEntries(said)
}

/** As it was written down of this person; else only the first record of a case is surely somebody's first. */
function roundOf(filling: Filling, name: string): Pick<RecordBlock, 'round'> {
  const [digits] = /\d+/.exec(String(rowOf(filling, name).round ?? '')) ?? []
  if (digits !== undefined) return { round: Number(digits) }
  const { state, document } = filling
  const isFirst = allOf(state, document.code).every((doc) => doc.id === document.id)
  return isFirst ? { round: 1 } : {}
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
