import { describe, expect, test } from 'vitest'
import { fillAll, fillIssued, plainWords } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/licence-steps.ts'
import { deliverAll } from '../../../../tests/support/penalty-steps.ts'

function issued(): LawOffice {
  const office = new LawOffice()
  steps.apply(office)
  done(office.take('chuang', 'ask-supplement', { case: { missing: '平面布局图：标明冷藏设施位置\n设备清单' } }))
  deliverAll(office)
  steps.supply(office)
  done(office.take('chuang', 'accept'))
  deliverAll(office)
  done(office.take('lin', 'examine', { case: steps.EXAMINATION }))
  done(office.agree('zheng'))
  done(office.take('lin', 'grant', { case: { conditions: '餐饮服务经营者', 'valid-until': '2031-05-31' } }))
  done(office.agree('wu'))
  deliverAll(office)
  done(steps.issueLicence(office))
  return office
}

describe('the papers of a licence', () => {
  const office = issued()

  test('the supplement notice tells at once all that is missing', () => {
    expect(fillIssued(office, 'supplement-notice').licence?.missing).toEqual([
      { title: '平面布局图', requirement: '标明冷藏设施位置' },
      { title: '设备清单', requirement: '' },
    ])
  })

  test('the acceptance gives its day, the term of the decision and its last day', () => {
    const { licence } = fillIssued(office, 'acceptance-notice')
    expect(licence).toMatchObject({ receivedOn: '2026-06-01', decisionTerm: '二十个工作日', dueOn: '2026-06-30' })
    expect(licence?.materials.map((item) => item.title)).toEqual(['申请书', '场所平面图', '设备清单'])
  })

  test('the decision rests on both laws and says what is permitted until when', () => {
    const { licence } = fillIssued(office, 'licence-decision')
    expect(licence?.bases[0]).toBe('《中华人民共和国行政许可法》第三十八条第一款')
    expect(licence?.bases[1]).toContain('第三十五条第一款')
    expect(licence?.certificate).toEqual({ scope: '餐饮服务经营者', from: '2026-06-01', until: '2031-05-31' })
  })

  test('the certificate has its number', () => {
    expect(fillIssued(office, 'licence-certificate').licence?.certificate?.number).toBe('许 2026-1')
  })

  test('every letter goes to the applicant and takes the number of acceptance as its case', () => {
    for (const data of fillAll(office).filter(({ document }) => document.code !== 'licence-approval'))
      expect(data.party?.name).toBe('青石味来餐饮管理有限公司')
    expect(fillIssued(office, 'licence-decision').case.number).toBe('南青市监许受〔2026〕1号')
  })
})

describe('a licence that is refused', () => {
  test('the refusal gives its reason and the remedies', () => {
    const office = new LawOffice()
    steps.toDecision(office)
    steps.refuse(office)
    const data = fillIssued(office, 'licence-refusal')
    expect(data.licence?.reason).toBe('场所不符合卫生要求。')
    expect(data.remedy?.text).toContain('如不服本不予行政许可决定')
  })

  test('so does the paper by which an application is not accepted', () => {
    const office = new LawOffice()
    steps.apply(office)
    steps.reject(office)
    const data = fillIssued(office, 'rejection-notice')
    expect(plainWords(data)).toContain('不属于本机关职权。')
    expect(data.remedy?.text).toContain('如不服本不予受理决定')
  })
})
