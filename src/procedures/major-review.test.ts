import { describe, expect, test } from 'vitest'
import { draftAhead } from '#domain/case/draft-ahead.ts'
import { findRun, MAIN_RUN } from '#domain/case/state.ts'
import { GROUNDS, onTheSpot, showSeizure } from '../../tests/support/custody-steps.ts'
import { begunDuty, ofParty, USE } from '../../tests/support/duty-roads.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice, PEOPLE, valuesWith } from '../../tests/support/law-office.ts'
import { begun, holderHeard } from '../../tests/support/licence-roads.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import { majorReviewed, NO_GROUND, passes, submitted, WEIGHTY } from '../../tests/support/major-review-steps.ts'
import { FREEZE_ASKED, openMeasureCase } from '../../tests/support/measure-steps.ts'
import { SEVEN_POINTS } from '../../tests/support/penalty-steps.ts'
import { heard } from '../../tests/support/scenarios/licence-hearing-scenarios.ts'

type Refused = ReturnType<LawOffice['take']>
const reasonOf = (decision: Refused) => (decision.ok ? undefined : decision.refusals[0])

function toEnd(procedure: 'licence-withdrawal' | 'licence-revocation', office = new LawOffice()): LawOffice {
  done(begun(office, procedure).take('lin', 'tell', { case: { 'ending-reason': '规划调整' } }))
  done(office.agree('wu'))
  return holderHeard(office)
}
const LEVY = { case: { ground: '五月用水', 'late-rule': '不加收滞纳金' }, ...ofParty({ due: '3000' }) }
const levied = (ground: object, office = new LawOffice()) =>
  begunDuty(office, 'levy').take('lin', 'decide', { ...LEVY, case: { ...LEVY.case, ...ground } })
function asked(procedure: 'benefit' | 'confirmation', office = new LawOffice()): LawOffice {
  done(begunDuty(office, procedure).take('chuang', 'accept'))
  const [action, fact] = procedure === 'benefit' ? ['check', 'checked'] : ['verify', 'verified']
  done(office.take('lin', String(action), { case: { [String(fact)]: '不符合规定的条件' } }))
  done(office.agree('zheng'))
  return office
}
const refuse = (office: LawOffice, ground: object) =>
  office.take('lin', 'refuse', { case: { 'refusal-reason': '收入高于标准', ...ground } })
const listed = (list: Record<string, string>) =>
  new LawOffice({ parameters: valuesWith({ 'review.major-decisions': list }) })

describe('a decision that is no penalty and weighty is not made before its review has passed', () => {
  test('the withdrawal of a lawful licence always', () => {
    const office = toEnd('licence-withdrawal')
    expect(reasonOf(office.take('lin', 'decide', { case: { 'has-loss': false, ...NO_GROUND } }))).toMatchObject({
      gate: 'major-reviewed',
      sentence: '还没有提交法制审核（列入本机关重大执法决定目录（撤回行政许可））',
      basis: expect.stringContaining('国办发〔2018〕118号'),
    })
    done(majorReviewed(office, { 'has-loss': false }).take('lin', 'decide'))
  })

  test('the revocation of a licence always', () => {
    const office = toEnd('licence-revocation')
    expect(gatesOf(office.take('lin', 'decide', { case: NO_GROUND }))).toEqual(['major-reviewed'])
    done(majorReviewed(office).take('lin', 'decide'))
  })

  test('a requisition always, and a longer use again', () => {
    const office = begunDuty(new LawOffice(), 'requisition')
    expect(gatesOf(office.take('lin', 'decide', { case: { ...USE, ...NO_GROUND } }))).toEqual(['major-reviewed'])
    done(majorReviewed(office, USE).take('lin', 'decide'))
  })

  test('a levy where it is said what makes it weighty, and a plain one is decided at once', () => {
    expect(reasonOf(levied(WEIGHTY))?.sentence).toContain('直接关系当事人或者第三人重大权益')
    done(levied(NO_GROUND))
  })

  test.each(['benefit', 'confirmation'] as const)('(%s) a weighty refusal of what was asked for', (procedure) => {
    expect(gatesOf(refuse(asked(procedure), WEIGHTY))).toEqual(['major-reviewed'])
    done(refuse(asked(procedure), NO_GROUND))
    const office = submitted(asked(procedure), { 'refusal-reason': '收入高于标准', ...WEIGHTY })
    done(passes(office))
    done(office.take('lin', 'refuse'))
  })

  test('a weighty execution, and one of another way needs a review of its own', () => {
    const office = execution.withPower(execution.urged(new LawOffice())).on('2026-07-20')
    expect(gatesOf(execution.decide(office, WEIGHTY))).toEqual(['major-reviewed'])
    const { 'execution-on': on, ...draft } = execution.DECISION
    majorReviewed(office, { ...draft, ...WEIGHTY })
    expect(gatesOf(execution.decide(office, { ...WEIGHTY, way: '排除妨碍、恢复原状' }))).toEqual(['major-reviewed'])
    done(execution.decide(office, { ...WEIGHTY, 'execution-on': on }))
  })

  test('a licence once a hearing was held', () => {
    const office = heard(new LawOffice())
    done(licence.examine(office, { 'hearing-answer': '采纳相邻人的意见' }))
    done(office.agree('zheng'))
    const grant = () => office.take('lin', 'grant', { case: licence.GRANT })
    expect(reasonOf(grant())?.sentence).toContain('经过听证程序')
    done(office.take('lin', 'submit-review', { case: licence.GRANT }))
    done(passes(office))
    done(grant())
  })
})

describe('a measure', () => {
  const toSeize = (office = new LawOffice()): LawOffice => {
    done(openMeasureCase(office).take('lin', 'open-seizure'))
    return office
  }
  const LISTED = { '查封、扣押': '一律审核', '冻结存款、汇款': '一律审核' }

  test('that nothing makes weighty is asked for at once, and nobody has to say so', () => {
    done(toSeize().take('lin', 'ask', { case: GROUNDS }))
  })

  test('that is weighty, or that the list names, is not asked for before its review has passed', () => {
    expect(gatesOf(toSeize().take('lin', 'ask', { case: { ...GROUNDS, ...WEIGHTY } }))).toEqual(['major-reviewed'])
    const office = toSeize(listed(LISTED))
    expect(reasonOf(office.take('lin', 'ask', { case: GROUNDS }))?.sentence).toContain('查封、扣押')
    done(majorReviewed(office, GROUNDS).take('lin', 'ask'))
    office.agreeAll('zheng', 'wu')
    done(office.take('lin', 'seize', { case: onTheSpot(office) }))
  })

  test('of another kind than the one that has passed is reviewed anew', () => {
    const office = majorReviewed(toSeize(listed(LISTED)), GROUNDS)
    expect(reasonOf(office.take('lin', 'ask', { case: { measure: '查封' } }))?.sentence).toContain('须重新送审')
  })

  test('that cannot wait is carried out first and approved within 24 hours, whatever the list says (强制法第十九条)', () => {
    const office = toSeize(listed(LISTED))
    const facts = { ...GROUNDS, urgency: '货物正在装车转移', ...onTheSpot(office) }
    done(office.take('lin', 'seize-at-once', { case: facts }))
    showSeizure(office)
    done(office.take('lin', 'ask-late', { case: { urgency: '货物正在装车转移' } }))
  })

  test('against an account is reviewed for the bank, the account and the amount', () => {
    const office = listed(LISTED)
    done(openMeasureCase(office).take('lin', 'open-freeze'))
    majorReviewed(office, FREEZE_ASKED)
    expect(gatesOf(office.take('lin', 'ask', { case: { amount: '400000' } }))).toEqual(['major-reviewed'])
    done(office.take('lin', 'ask'))
  })

  test('is put before the reviewer by its own name, with what is to be taken and why', () => {
    const paper = fillIssued(submitted(toSeize(listed(LISTED)), GROUNDS), 'review-submission')
    expect(paper.review).toMatchObject({
      subject: '查封、扣押',
      situations: ['列入本机关重大执法决定目录（查封、扣押）'],
    })
    expect(paper.sections.flatMap(({ paragraphs }) => paragraphs)).toContain('事实和理由：涉嫌经营超过保质期的食品')
  })
})

describe('the list of an agency', () => {
  const ALWAYS = '一律审核'
  const ON_GROUND = '有重大情形的审核'

  test('takes the place of what stands where there is none', () => {
    const office = toEnd('licence-withdrawal', listed({ 行政征收: ALWAYS }))
    done(office.take('lin', 'decide', { case: { 'has-loss': false, ...NO_GROUND } }))
    expect(gatesOf(levied(NO_GROUND, listed({ 行政征收: ALWAYS })))).toEqual(['major-reviewed'])
  })

  test('may name a decision alone', () => {
    const office = asked('benefit', listed({ 不予给付: ALWAYS }))
    expect(reasonOf(refuse(office, NO_GROUND))?.sentence).toContain('不予给付')
    const granted = { case: { standard: '一次性', 'pay-way': '社会保障卡' }, ...ofParty({ benefit: '3000' }) }
    done(office.take('lin', 'grant', granted))
  })

  test('says of an item otherwise than of its procedure, and the item counts', () => {
    done(levied(NO_GROUND, listed({ 行政征收: ALWAYS, 污水处理费: ON_GROUND })))
  })

  test('never takes away what makes a case weighty', () => {
    expect(gatesOf(levied(WEIGHTY, listed({ 行政征收: ON_GROUND })))).toEqual(['major-reviewed'])
  })
})

describe('a pass', () => {
  const decide = (office: LawOffice, facts: object = {}) => office.take('lin', 'decide', { case: { ...facts } })

  test('lapses when what is paid for the loss has changed', () => {
    const office = majorReviewed(toEnd('licence-withdrawal'), { 'has-loss': true, compensation: '补偿三万元' })
    expect(gatesOf(decide(office, { compensation: '补偿一万元' }))).toEqual(['major-reviewed'])
    done(decide(office))
  })

  test('lapses when the holder was heard again', () => {
    const office = majorReviewed(toEnd('licence-revocation'))
    const said = { statements: '补充了材料', 'statement-answer': '经核实，部分采纳' }
    done(office.take('lin', 'hear-statement', { case: said }))
    expect(reasonOf(decide(office))?.sentence).toContain('须重新送审')
  })

  test('is given by nobody who handles the case, and the reason is not the law on penalties', () => {
    const office = new LawOffice()
    done(begun(office, 'licence-revocation').take('lin', 'tell', { case: { 'ending-reason': '不具备条件' } }))
    done(office.agree('wu'))
    done(office.take('zheng', 'change-handlers', { case: { handlers: ['lin', 'duo'], 'handlers-reason': '工作调动' } }))
    submitted(holderHeard(office))
    const refused = reasonOf(office.take('duo', 'pass', { case: SEVEN_POINTS }))
    expect(refused).toMatchObject({ gate: 'reviewer-not-handler', basis: expect.stringContaining('118号') })
  })
})

describe('what the reviewer of a licence reads', () => {
  const office = submitted(toEnd('licence-withdrawal'), { 'has-loss': true, compensation: '补偿三万元', ...WEIGHTY })

  test('says what is handed in, why, and nothing of a penalty', () => {
    const paper = fillIssued(office, 'review-submission')
    expect(paper.review).toMatchObject({
      subject: '撤回行政许可',
      situations: ['列入本机关重大执法决定目录（撤回行政许可）', '直接关系当事人或者第三人重大权益'],
    })
    const draft = paper.sections.flatMap(({ paragraphs }) => paragraphs)
    expect(draft).toEqual(expect.arrayContaining(['补偿：补偿三万元', '理由：规划调整']))
    expect(JSON.stringify([paper.review, paper.sections, paper.decision])).not.toContain('处罚')
  })

  test('is the decision as it would be printed, and not its form of approval', () => {
    const run = findRun(office.case, MAIN_RUN)
    if (!run) throw new Error('a case has a run')
    expect(draftAhead(office.env, office.case, run, PEOPLE.shen)).toEqual({
      action: 'decide',
      document: 'licence-withdrawal',
    })
  })

  test('ends in an opinion on the same', () => {
    done(passes(office))
    expect(fillIssued(office, 'review-opinion').review).toMatchObject({ subject: '撤回行政许可', verdict: '同意' })
  })
})
