import type { HearingBlock } from '../merge-blocks.ts'
import { contactOf } from './fill-notice.ts'
import { dateIn, type Filler, type Filling, nameOf, peopleIn, textIn } from './filling.ts'
import { approvalsOf, officersOf } from './people-blocks.ts'
import { dateInWords, paragraphsOf, sentence } from './wording.ts'

/** 听证通知书. */
export const fillHearingNotice: Filler = (filling) => ({
  hearing: hearingBlock(filling),
  notice: { statementTerm: '', contact: contactOf(filling) },
})

/** 听证笔录. */
export const fillHearingRecord: Filler = (filling) => ({
  hearing: hearingBlock(filling),
  record: {
    startedAt: heldAt(filling),
    place: textIn(filling.run, 'hearing-place'),
    attendees: [...officersOf(filling).map(({ name }) => ({ role: '调查人员', name })), ...presentOf(filling)],
    turns: [],
    paragraphs: paragraphsOf(textIn(filling.run, 'hearing-text')),
  },
})

/** 听证报告书: what was held, what both sides said, and what the host thinks of it (行政处罚法第六十四条第八项、第六十五条). */
export const fillHearingReport: Filler = (filling) => {
  const { run, state } = filling
  const [host = { name: '' }] = peopleIn(run, 'host').map((id) => ({ name: nameOf(filling, id) }))
  const came = presentOf(filling).map(({ role, name }) => `${role}${name}`)
  const officers = officersOf(filling).map(({ name }) => name)
  const isOpen = run.facts.case['is-open'] !== false
  const basic = [
    `${heldAt(filling)}，在${textIn(run, 'hearing-place')}${isOpen ? '公开' : '不公开'}举行，听证主持人${host.name}`,
    `到场的有${came.join('、')}，调查人员${officers.join('、')}`,
    `案件：${state.name}`,
  ]
  const [author] = approvalsOf(filling)
  return {
    rows: [
      { label: '基本情况', text: basic.map(sentence).join('') },
      { label: '双方意见', text: textIn(run, 'hearing-sides') || '见听证笔录。' },
      { label: '主持人意见', text: textIn(run, 'host-opinion') },
    ],
    approvals: author ? [{ ...author, opinion: '听证情况和意见如上，随听证笔录一并报送。' }] : [],
  }
}

/** Who came, as it was written down; else the parties themselves. */
function presentOf({ run, state }: Filling): readonly { role: string; name: string; position?: string }[] {
  const rows = run.facts.case.attendance
  const written = Array.isArray(rows) ? (rows as readonly unknown[]) : []
  const came = written.filter((row): row is Readonly<Record<string, string>> => typeof row === 'object' && row !== null)
  if (came.length === 0) return state.parties.map(({ name }) => ({ role: '当事人', name }))
  return came.map(({ role = '', name = '', position = '' }) => ({ role, name, ...(position !== '' && { position }) }))
}

function hearingBlock(filling: Filling): HearingBlock {
  const { run } = filling
  const [host, ...hearers] = peopleIn(run, 'host').map((id) => ({ name: nameOf(filling, id) }))
  return {
    heldAt: heldAt(filling),
    place: textIn(run, 'hearing-place'),
    isPublic: run.facts.case['is-open'] !== false,
    host: host ?? { name: '' },
    hearers,
    clerk: { name: nameOf(filling, peopleIn(run, 'clerk')[0]) },
  }
}

function heldAt({ run }: Filling): string {
  return `${dateInWords(dateIn(run, 'hearing-on'))}${textIn(run, 'hearing-at')}`
}
