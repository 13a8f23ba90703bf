import { isInstant } from '../../calendar/due-at.ts'
import { decisionsOn } from '../../custody/decisions-on.ts'
import { MOVEMENTS } from '../../custody/movement.ts'
import { formatInstant } from '../../form/format-fact.ts'
import type { CustodyBlock } from '../merge-blocks.ts'
import { rowsOf } from './fact-rows.ts'
import { asText, type Filler, type Filling, holdsIn, issuingAction, nameOf, peopleIn, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { officersOf } from './people-blocks.ts'
import { thingLines } from './thing-lines.ts'
import { paragraphsOf, sentence } from './wording.ts'

/** 清单 of what was preserved, seized or taken as samples: signed on the spot, in two copies. */
export const fillThingsList: Filler = (filling) => ({
  officers: officersOf(filling, peopleIn(filling.run, 'officers')),
  custody: {
    ...NOTHING_SAID,
    rows: rowsOf(filling, ['sampling-place', 'method', 'keeping', 'place', 'witness']),
    things: thingLines(filling),
  },
})

const NOTHING_SAID = { opening: [], closing: [] } as const

/** 入库、出库、返还、销毁……: what changed hands, and both hands. */
export const fillCustodyRecord: Filler = (filling) => ({
  custody: {
    ...NOTHING_SAID,
    rows: [...listPaper(filling), ...decisionPapers(filling), ...rowsOf(filling, asked(filling))],
    things: thingLines(filling),
    ...handsOf(filling),
  },
})

const SAID_ELSEWHERE = new Set(['received-by', 'photos', 'witness'])

/** What the action asks beside the things themselves. */
function asked(filling: Filling): readonly string[] {
  const { asks = [], things } = issuingAction(filling)?.action ?? {}
  return asks.filter((name) => name !== things?.fact && !SAID_ELSEWHERE.has(name))
}

/** The paper by which the things came into custody. */
function listPaper({ state, run }: Filling): CustodyBlock['rows'] {
  const own = { ...state, documents: state.documents.filter((doc) => doc.run === run.parent) }
  const paper = ['seizure-decision', 'preservation-notice', 'sampling-record']
    .map((code) => newestOf(own, code))
    .find(Boolean)
  return paper ? [{ label: '采取措施的文书', text: citation(paper) }] : []
}

/** What leaves, leaves by a decision, and the record names it. */
function decisionPapers(filling: Filling): CustodyBlock['rows'] {
  const { things } = issuingAction(filling)?.action ?? {}
  if (!things || things.does === 'list' || !MOVEMENTS[things.does].leaves) return []
  const moved = portionsIn(filling, things.fact)
  const papers = moved.flatMap((thing) => decisionsOn(filling.state, thing))
  const cited = [...new Set(papers.map(citation))]
  return cited.length === 0 ? [] : [{ label: '处理的依据', text: cited.join('、') }]
}

function portionsIn({ run, state }: Filling, fact: string | undefined) {
  const value: unknown = fact === undefined ? undefined : run.facts.case[fact]
  const ids = Array.isArray(value) ? value.map((row: { readonly thing?: unknown }) => row.thing) : []
  return (state.things ?? []).filter(({ id }) => ids.includes(id))
}

/** Who gave: the one who proposed; who took: somebody from outside, or the colleague who confirmed. */
function handsOf(filling: Filling): Pick<CustodyBlock, 'giver' | 'receiver' | 'second' | 'witness'> {
  const { by, agreed = [] } = issuingAction(filling) ?? {}
  const outside = asText(filling.run.facts.case['received-by'])
  const second = nameOf(filling, agreed.at(-1)?.by)
  const isOut = issuingAction(filling)?.action.asks?.includes('received-by') === true
  const witness = textIn(filling.run, 'witness')
  const hasWitness = issuingAction(filling)?.action.asks?.includes('witness') === true
  return {
    giver: nameOf(filling, by),
    ...(hasWitness ? { second, witness } : { receiver: isOut ? outside : second }),
    ...(isOut ? { second } : {}),
  }
}

/** 现场笔录 of a coercive measure: the ten steps of 行政强制法第十八条, one by one. */
export const fillCoercionRecord: Filler = (filling) => {
  const { run } = filling
  const witness = textIn(run, 'witness')
  return {
    officers: officersOf(filling, peopleIn(run, 'officers')),
    record: {
      startedAt: instantIn(filling, 'began-at'),
      endedAt: instantIn(filling, 'ended-at'),
      place: textIn(run, 'place'),
      ...(witness && { witness: { name: witness } }),
      attendees: [],
      turns: [],
      paragraphs: paragraphsOf(textIn(run, 'scene')),
    },
    rows: tenSteps(filling),
    custody: { ...NOTHING_SAID, rows: [], things: thingLines(filling) },
  }
}

function instantIn({ run }: Filling, name: string): string {
  const text = textIn(run, name)
  return isInstant(text) ? formatInstant(text) : ''
}

function tenSteps(filling: Filling): CustodyBlock['rows'] {
  const { run } = filling
  const yes = (name: string, done: string) => (holdsIn(run, name) ? done : '')
  const urgent = sentence(textIn(run, 'urgency'))
  const witness = textIn(run, 'witness')
  const approved = newestOf(
    { ...filling.state, documents: filling.state.documents.filter((doc) => doc.run === run.id) },
    'coercion-approval',
  )
  const before = approved ? `经机关负责人批准（${citation(approved)}）。` : ''
  return [
    { label: '批准', text: urgent ? `情况紧急，当场实施：${urgent}二十四小时内报告并补办批准手续。` : before },
    {
      label: '实施人员',
      text: officersOf(filling, peopleIn(run, 'officers'))
        .map(({ name }) => name)
        .join('、'),
    },
    { label: '出示证件', text: yes('identity-shown', '实施前已出示执法身份证件。') },
    { label: '通知到场', text: yes('party-called', '已通知当事人到场。') },
    {
      label: '当事人到场',
      text: yes('party-present', '当事人在场。') || (witness && `当事人没有到场，邀请见证人${witness}到场。`),
    },
    { label: '告知', text: yes('rights-told', '已当场告知采取措施的理由、依据以及当事人依法享有的权利、救济途径。') },
    { label: '陈述和申辩', text: sentence(textIn(run, 'statement')) },
    {
      label: '范围',
      text: yes('is-related', '只限涉案的场所、设施或者财物，没有生活必需品，没有被其他国家机关依法查封。'),
    },
    { label: '当场交付', text: yes('copies-handed', '决定书和清单已当场交付，清单一式二份。') },
    { label: '签名', text: sentence(textIn(run, 'signed')) },
  ].map(({ label, text }) => ({ label, text: text || '' }))
}
