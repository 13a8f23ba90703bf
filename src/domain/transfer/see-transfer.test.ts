import { describe, expect, test } from 'vitest'
import { LawOffice } from '../../../tests/support/law-office.ts'
import * as transfer from '../../../tests/support/transfer-steps.ts'
import type { CaseEvent } from '../case/event.ts'
import { fold } from '../case/evolve.ts'
import { timelineOf } from '../case/timeline.ts'
import { LIAISON_OFFICES, type LiaisonOffice, REPLY_KINDS } from './reply.ts'
import { refuseReply, transfersFor } from './see-transfer.ts'

const OFFICES = Object.keys(LIAISON_OFFICES) as LiaisonOffice[]
const seenBy = (office: LawOffice) => OFFICES.filter((who) => transfersFor(office.case, who).length > 0)
const open = (office: LawOffice, who: LiaisonOffice) =>
  REPLY_KINDS.filter((kind) => !refuseReply(office.child('transfer'), who, kind))
const proposed = () => transfer.proposeTransfer(new LawOffice())
const sent = () => transfer.sendToPolice(proposed())

describe('who sees a transfer from outside', () => {
  test('nobody while the head has not decided', () => expect(seenBy(proposed())).toEqual([]))

  test('procuratorate and supervisory body from the decision on, the police when it has been sent to them', () => {
    const office = proposed()
    transfer.approve(office)
    expect(seenBy(office)).toEqual(['procuratorate', 'supervisory'])
    expect(seenBy(sent())).toEqual(['police', 'procuratorate', 'supervisory'])
  })

  test('also a refusal to transfer is seen by those who supervise', () => {
    const office = proposed()
    office.take('wu', 'decline', transfer.REFUSAL)
    expect(seenBy(office)).toEqual(['procuratorate', 'supervisory'])
  })
})

describe('what they may answer', () => {
  test('the police sign, forward and decide; the others give opinions', () => {
    expect(open(sent(), 'police')).toEqual(['receipt', 'forwarded', 'filed', 'declined'])
    expect(open(sent(), 'procuratorate')).toEqual(['opinion'])
    expect(open(sent(), 'supervisory')).toEqual(['opinion'])
    expect(open(transfer.policeFile(sent()), 'police')).toEqual([])
  })

  test('every refusal has its article', () => {
    for (const who of OFFICES)
      for (const kind of REPLY_KINDS)
        expect(refuseReply(proposed().child('transfer'), who, kind)?.basis).toMatch(/^《.+》第.+条$/)
  })

  test('an answer is an event of the case; the receipt is signed once', () => {
    const office = sent()
    const { id } = office.child('transfer')
    const said = { type: 'reply-received', run: id, office: '某公安分局', kind: 'receipt', text: '收到五份' } as const
    const [last] = office.events.slice(-1)
    if (!last) throw new Error('no event')
    const event: CaseEvent = { ...said, seq: last.seq + 1, at: last.at, on: last.on, by: 'police-1' }
    const state = fold([...office.events, event])
    const run = state?.runs.find((item) => item.id === id)
    expect(run?.replies).toEqual([
      { kind: 'receipt', office: '某公安分局', by: 'police-1', at: last.at, text: '收到五份' },
    ])
    expect(run && refuseReply(run, 'police', 'receipt')?.sentence).toContain('已经签收')
    expect(state && timelineOf(office.env.procedures, state, [event])[0]?.sentence).toBe(
      '某公安分局签收移送书回执：收到五份',
    )
  })
})
