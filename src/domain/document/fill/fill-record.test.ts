import { describe, expect, test } from 'vitest'
import { fillIssued } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { asked } from '../../../../tests/support/scenarios/child-scenarios.ts'

const WITNESS = {
  name: '孙证人',
  sex: '女',
  age: '42',
  idNumber: '990102198401010000',
  phone: '000-11111111',
  address: '青石区某路 3 号',
  employer: '青石老街调味品店店员',
  relation: '证人',
  round: '2',
}

function filed(): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office)
  return office
}

describe('the record of an inquiry', () => {
  test('says who the witness is, who wrote it down, and which time it is', () => {
    const office = filed()
    const { case: said } = steps.inquiry(office)
    const facts = { ...said, 'inquired-person': '孙证人', 'inquired-people': [WITNESS], recorder: ['zhou'] }
    done(office.take('lin', 'inquire', { case: facts }))
    const { name: _name, round, ...described } = WITNESS
    const { record } = fillIssued(office, 'inquiry-record')
    expect(record).toMatchObject({ recorder: '周二', round: Number(round), subject: { name: '孙证人', ...described } })
  })

  test('of somebody else does not bear what was written down of the first', () => {
    const office = filed()
    const { case: said } = steps.inquiry(office)
    const first = { ...said, 'inquired-person': '孙证人', 'inquired-people': [WITNESS] }
    done(office.take('lin', 'inquire', { case: first }))
    done(office.take('lin', 'inquire', { case: { ...said, 'inquired-person': '钱某' } }))
    expect(fillIssued(office, 'inquiry-record').record?.subject).toEqual({ name: '钱某' })
  })
})

test('the record of a scene says the weather, who was in charge there and who wrote it down', () => {
  const office = filed()
  const { case: said } = steps.inquiry(office)
  const scene = {
    ...said,
    'scene-place': '青石区某路 1 号',
    'scene-text': '检查发现货架上有 6 瓶',
    'scene-weather': '晴',
    'scene-lead': '李店长',
    'scene-lead-post': '店长',
    'scene-lead-phone': '000-22222222',
    recorder: ['zhou'],
  }
  const {
    'inquiry-place': _place,
    'inquired-person': _person,
    'inquiry-text': _text,
    ...facts
  } = scene as Record<string, unknown>
  done(office.take('lin', 'inspect-scene', { case: facts }))
  expect(fillIssued(office, 'scene-record').record).toMatchObject({
    weather: '晴',
    recorder: '周二',
    subject: { name: '李店长', relation: '店长', phone: '000-22222222' },
  })
})

test('the record of a hearing names its clerk and whoever came, with the power of an agent', () => {
  const office = asked(new LawOffice())
  done(office.take('lin', 'call', { case: { ...steps.CALL, clerk: ['fu'] } }))
  done(office.agree('wu'))
  steps.deliverAll(office)
  office.on(steps.CALL['hearing-on'])
  const attendance = [{ role: '委托代理人', name: '郑律师', position: '特别授权' }]
  done(office.take('zhu', 'hold', { case: { attendance, 'hearing-text': '各方陈述', 'host-opinion': '维持' } }))
  const { hearing, record } = fillIssued(office, 'hearing-record')
  expect(hearing?.clerk).toEqual({ name: '傅六' })
  expect(record?.attendees).toContainEqual({ role: '委托代理人', name: '郑律师', position: '特别授权' })
})

test('the record of the panel names who wrote it down and who sat in', () => {
  const office = steps.reach(new LawOffice(), 'decision')
  done(office.take('lin', 'hold-panel'))
  const facts = { ...steps.panelFacts(office), recorder: ['lin'], observers: '沈五、辛九' }
  done(office.take('wu', 'agree', { case: facts }))
  const { panel } = fillIssued(office, 'panel-record')
  expect(panel).toMatchObject({ recorder: { name: '林一' }, observers: [{ name: '沈五' }, { name: '辛九' }] })
})

test('what a piece of evidence proves stands in the decision and in the list of evidence', () => {
  const office = filed()
  done(office.take('lin', 'inquire', steps.inquiry(office)))
  const ledger = { ...steps.EVIDENCE, proves: '当事人购进该批调味品的时间和数量' }
  done(office.take('lin', 'add-evidence', {}, [ledger]))
  done(office.take('lin', 'report', { case: steps.REPORT }))
  office.agreeAll('zheng')
  expect(fillIssued(office, 'evidence-list').evidence).toMatchObject([{ proves: ledger.proves }])
})
