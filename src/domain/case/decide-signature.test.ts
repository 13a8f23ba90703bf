import { expect, test } from 'vitest'
import { DRAWN_NAME } from '../../../tests/support/drawn-name.ts'
import { done, gatesOf, LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import { reach } from '../../../tests/support/penalty-steps.ts'
import { KIND_SIGNERS } from '../document/kinds/kind-signers.ts'
import { DOCUMENT_KINDS, isDocumentCode } from '../document/registry.ts'
import { signingStateOf } from '../signing/signers-of.ts'
import type { RefusalInput, SignatureInput } from '../signing/signing-input.ts'
import { refuseStrokes } from '../signing/strokes.ts'
import { decideRefusal, decideSignature } from './decide-signature.ts'
import type { CaseEventBody } from './event.ts'
import { evolve } from './evolve.ts'
import { timelineOf } from './timeline.ts'

const SHOWN = 'a'.repeat(64)
const PARTY = { sha256: SHOWN, as: 'party', name: '赵某', how: 'drawn', strokes: DRAWN_NAME } as const
const OFFICER = { sha256: SHOWN, as: 'officer', how: 'drawn', strokes: DRAWN_NAME } as const
const REFUSAL = { sha256: SHOWN, as: 'party', name: '赵某', reason: '认为记录不全' } as const

function investigated() {
  const office = reach(new LawOffice(), 'notice')
  const inquiry = office.case.documents.find(({ code }) => code === 'inquiry-record')?.id ?? ''
  const ask = (who: Who) => ({ env: office.env, state: office.case, actor: PEOPLE[who] })
  const append = (body: CaseEventBody, who: Who) => {
    const at = { seq: office.case.seq + 1, at: office.env.now, on: office.today, by: PEOPLE[who].id }
    const event = { ...body, ...at }
    office.events.push(event)
    office.state = evolve(office.state, event)
  }
  return {
    office,
    inquiry,
    append,
    sign: (who: Who, input: SignatureInput, id = inquiry, sha256: string | undefined = SHOWN) => {
      const decision = decideSignature({ ...ask(who), paper: { id, sha256 }, input })
      if (decision.ok) for (const body of decision.events) append(body, who)
      return decision
    },
    refuse: (who: Who, input: RefusalInput) => {
      const decision = decideRefusal({ ...ask(who), paper: { id: inquiry, sha256: SHOWN }, input })
      if (decision.ok) for (const body of decision.events) append(body, who)
      return decision
    },
  }
}

test('party and both officers sign one paper in any order, each for its digest', () => {
  const { office, inquiry, sign } = investigated()
  expect(signingStateOf(office.case, inquiry)?.wanting).toEqual(['被询问人', '询问人 2 人'])
  done(sign('lin', OFFICER))
  done(sign('lin', PARTY))
  expect(signingStateOf(office.case, inquiry)?.wanting).toEqual(['询问人 1 人'])
  done(sign('zhou', OFFICER))
  expect(signingStateOf(office.case, inquiry)?.wanting).toEqual([])
  const given = office.case.signatures?.map(({ as, name, sha256 }) => [as, name, sha256])
  expect(given).toEqual([
    ['officer', '林一', SHOWN],
    ['party', '赵某', SHOWN],
    ['officer', '周二', SHOWN],
  ])
  expect(office.refold()).toEqual(office.case)
  const told = timelineOf(office.env.procedures, office.case, office.events).map(({ sentence }) => sentence)
  expect(told).toContain('赵某在《询问笔录》上签名')
})

test('what was shown must be the paper as it stands: another digest is no signature', () => {
  const { sign } = investigated()
  expect(gatesOf(sign('lin', { ...PARTY, sha256: 'b'.repeat(64) }))).toEqual(['signed-digest'])
  const { office, inquiry } = investigated()
  const untypeset = { env: office.env, state: office.case, actor: PEOPLE.lin, input: PARTY }
  expect(gatesOf(decideSignature({ ...untypeset, paper: { id: inquiry, sha256: undefined } }))).toEqual(['not-typeset'])
})

test('a paper that becomes void takes its signatures with it, and nobody signs it any more', () => {
  const { office, inquiry, sign, append } = investigated()
  done(sign('lin', PARTY))
  append({ type: 'document-voided', document: inquiry, reason: '记录有误，重新制作' }, 'lin')
  expect(gatesOf(sign('zhou', OFFICER))).toEqual(['voided-paper'])
  expect(signingStateOf(office.case, inquiry)).toMatchObject({
    document: { voided: '记录有误，重新制作' },
    wanting: [],
  })
})

test('the same hand does not sign twice, and only those who work on the case hold the pen out', () => {
  const { sign } = investigated()
  done(sign('lin', PARTY))
  done(sign('lin', OFFICER))
  expect(gatesOf(sign('zhou', PARTY))).toEqual(['signed-twice'])
  expect(gatesOf(sign('lin', OFFICER))).toEqual(['signed-twice'])
  expect(gatesOf(sign('wu', OFFICER))).toEqual(['role'])
})

test('papers that nobody signs, and people whom a paper does not ask, are refused', () => {
  const { office, sign } = investigated()
  const filing = office.case.documents.find(({ code }) => code === 'filing-approval')?.id
  expect(gatesOf(sign('lin', PARTY, filing))).toEqual(['not-signed'])
  expect(gatesOf(sign('lin', { ...PARTY, party: 'party-9' }))).toEqual(['input'])
  expect(gatesOf(sign('lin', { ...PARTY, name: ' ' }))).toEqual(['input'])
})

test('a name may be typed before the officer; a dot, a forged path or a time that runs back is no signature', () => {
  const { office, sign } = investigated()
  expect(gatesOf(sign('lin', { ...PARTY, strokes: [] }))).toEqual(['input'])
  expect(gatesOf(sign('lin', { ...PARTY, how: 'typed' }))).toEqual(['input'])
  done(sign('lin', { ...PARTY, how: 'typed', strokes: [] }))
  expect(office.case.signatures?.[0]).not.toHaveProperty('strokes')
  expect(refuseStrokes([{ d: 'M10 10', ms: [0] }])).toContain('还没有签名')
  expect(refuseStrokes([{ d: 'M10 10L20 20"/><script>', ms: [0, 1] }])).toContain('不完整')
  expect(refuseStrokes([{ d: 'M10 10L400 20', ms: [5, 1] }])).toContain('不完整')
  expect(refuseStrokes([{ d: 'M10 10L400 999', ms: [0, 1] }])).toContain('超出')
  expect(refuseStrokes(DRAWN_NAME)).toBeUndefined()
})

test('a refusal is noted with its reason, and a witness or a recording of the case proves it', () => {
  const { office, inquiry, refuse } = investigated()
  expect(gatesOf(refuse('lin', { ...REFUSAL, reason: '' }))).toEqual(['input', 'input'])
  const unproved = refuse('lin', REFUSAL)
  expect(unproved).toMatchObject({ refusals: [{ field: 'witness', basis: expect.stringContaining('行政处罚法') }] })
  expect(gatesOf(refuse('lin', { ...REFUSAL, recording: 'rec-9' }))).toEqual(['input'])
  expect(gatesOf(refuse('lin', { ...REFUSAL, as: 'officer', witness: { name: '孙某', strokes: [] } }))).toEqual([
    'input',
  ])
  done(refuse('lin', { ...REFUSAL, witness: { name: '孙某', strokes: DRAWN_NAME } }))
  expect(office.case.unsigned?.[0]).toMatchObject({ name: '赵某', witness: { name: '孙某' }, sha256: SHOWN })
  expect(signingStateOf(office.case, inquiry)?.wanting).toEqual(['询问人 2 人'])
  done(office.bind('lin', 'main', 'inquiry', { id: 'rec-9' }))
  done(refuse('lin', { ...REFUSAL, name: '钱某', recording: 'rec-9' }))
})

test('every kind that is signed is a kind of paper, and says where the law speaks of it', () => {
  for (const [code, { basis, party, officers, witness }] of Object.entries(KIND_SIGNERS)) {
    expect(isDocumentCode(code), code).toBe(true)
    expect(basis, code).toMatch(/^《.+》第.+条/)
    expect([party, officers, witness].some(Boolean), code).toBe(true)
  }
  // Lists, covers and notes of the office; records of which no law says who signs; and what the room of supervision records.
  const unsigned = DOCUMENT_KINDS.filter(({ header, code }) => header === 'none' && !Object.hasOwn(KIND_SIGNERS, code))
  expect(unsigned.map(({ title }) => title)).toEqual([
    ...['证据清单', '案卷封面', '卷内目录', '涉案物品清单和流转表', '装订本页号'],
    ...['卷内备考表', '电子案卷四性检测报告', '双随机抽取记录单', '行政约谈记录', '视听资料证据说明', '承诺核查记录'],
    ...['行政执法监督询问笔录', '行政执法监督约谈记录', '涉案物品标签', '申请强制执行材料目录'],
    ...['行政复议答复、行政应诉材料目录'],
  ])
})
