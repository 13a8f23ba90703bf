import { describe, expect, test } from 'vitest'
import { fillAtEnd, fillIssued, plainWords } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice, type Opened } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { CHILD } from '../../../../tests/support/scenarios/scenario.ts'

const MINOR = '不予处罚：轻微并及时改正，没有造成危害后果（第三十三条第一款前段）'
const TOO_YOUNG = '不予处罚：不满十四周岁（第三十条）'
const MENTAL = '不予处罚：精神病人、智力残疾人不能辨认或者控制自己行为（第三十一条）'
const NOT_ESTABLISHED = '不予处罚：违法事实不能成立（第五十七条第一款第三项）'

function spared(proposal: string, action: string, of: Opened = {}): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office, of)
  steps.reachSpare(office, proposal)
  done(office.take('lin', action, { party: { 'party-1': { education: '讲解了食品安全法的规定' } } }))
  office.agreeAll('zheng', 'wu')
  steps.deliverAll(office)
  steps.close(office, 'close-no-penalty')
  return office
}

describe('a decision not to punish', () => {
  const minor = spared(MINOR, 'spare-minor')

  test('rests on the clause that was proposed and records the education', () => {
    const data = fillIssued(minor, 'no-penalty-decision')
    expect(data.decision?.ground).toContain('“轻微并及时改正，没有造成危害后果”的情形')
    expect(data.decision?.ground).toContain('《中华人民共和国行政处罚法》第三十三条第一款前段')
    expect(data.decision?.education).toContain('讲解了食品安全法的规定')
    expect(data.remedy?.text).toContain('如不服本不予行政处罚决定')
  })

  test('each ground gives its own article', () => {
    const data = fillIssued(spared(NOT_ESTABLISHED, 'spare-not-established'), 'no-penalty-decision')
    expect(data.decision?.ground).toContain('第五十七条第一款第三项')
    expect(plainWords(data)).not.toContain('第三十三条')
  })

  test('leaves whoever is too young or ill to the guardian, who is ordered to see to it', () => {
    expect(fillIssued(minor, 'no-penalty-decision').decision).not.toHaveProperty('guardianOrder')
    expect(fillIssued(spared(MENTAL, 'spare-mental'), 'no-penalty-decision').decision?.guardianOrder).toBe(
      '依据《中华人民共和国行政处罚法》第三十一条的规定，责令监护人严加看管和治疗。',
    )
    expect(
      fillIssued(spared(TOO_YOUNG, 'spare-under-fourteen', { parties: [CHILD] }), 'no-penalty-decision').decision
        ?.guardianOrder,
    ).toBe('依据《中华人民共和国行政处罚法》第三十条的规定，责令监护人加以管教。')
  })

  test('says nothing of a notice that was never given, and the closure says how it ended', () => {
    expect(plainWords(fillIssued(minor, 'no-penalty-decision'))).not.toContain('告知书')
    expect(fillIssued(minor, 'closure-approval').decision?.items).toEqual(['不予行政处罚。'])
    expect(fillAtEnd(minor, 'dossier-cover').dossier?.result).toBe('不予行政处罚。')
  })
})

describe('a case that is not opened or given up', () => {
  test('the refusal gives its reason and its article', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    done(office.take('lin', 'refuse-filing', { case: { 'no-filing-reason': '线索查无实据' } }))
    office.agreeAll('zheng', 'wu')
    const data = fillIssued(office, 'filing-refusal')
    expect(data.sections.find((item) => item.id === 'ground')?.paragraphs).toEqual([
      '线索查无实据。',
      '依据：《中华人民共和国行政处罚法》第五十四条第二款。',
    ])
    expect(data.case.openedOn).toBeUndefined()
  })

  test('the withdrawal gives its reason', () => {
    const office = new LawOffice()
    steps.fileCase(office)
    done(office.take('lin', 'withdraw-filing', { case: { 'withdrawal-reason': '当事人主体不存在' } }))
    office.agreeAll('zheng', 'wu')
    expect(plainWords(fillIssued(office, 'filing-withdrawal'))).toContain('当事人主体不存在。')
  })
})
