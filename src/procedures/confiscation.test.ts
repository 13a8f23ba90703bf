import { describe, expect, test } from 'vitest'
import { ledgerOf } from '#domain/custody/ledger.ts'
import { storeRows } from '#domain/custody/store-rows.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import { custodyProblems } from '../../tests/support/custody-oracle.ts'
import * as custody from '../../tests/support/custody-steps.ts'
import { LETTERHEAD } from '../../tests/support/filled-documents.ts'
import { COMPANY, done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { ACT_OF_SECOND, TWO_PARTIES } from '../../tests/support/scenarios/scenario.ts'
import { PROCEDURES } from './index.ts'

const NOTICE = {
  ...steps.NOTICE,
  violation: { 'violation-1': { fine: '5000', warning: true, goods: '超过保质期的酱油 6 瓶', 'goods-value': '60' } },
}
const row = custody.portion

/** Sauce and flour are seized, confiscation of the sauce is notified, and this is drafted. */
function drafted(office: LawOffice, rows: (office: LawOffice) => readonly object[]): LawOffice {
  custody.seized(office)
  steps.reach(office, 'drafting', NOTICE)
  steps.draft(office, { party: { [COMPANY.id]: { disposal: rows(office) } } })
  return office
}

const sauceOnly = (office: LawOffice) => [row(office, '酱油', '6', '没收'), row(office, '面粉', '12.5', '解除、返还')]

function decided(office: LawOffice): LawOffice {
  done(office.take('lin', 'go-to-decision'))
  done(office.take('lin', 'decide'))
  done(office.agree('wu'))
  return office
}

const fates = (office: LawOffice, name: string) => ledgerOf(custody.thing(office, name)).fates
const decision = (office: LawOffice) => office.case.documents.find(({ code }) => code === 'penalty-decision')

describe('a decision that confiscates', () => {
  test('sets the fate of each thing that was seized, by its own paper', () => {
    const office = decided(drafted(new LawOffice(), sauceOnly))
    expect(fates(office, '酱油')).toMatchObject({ held: 0, confiscate: 6000 })
    expect(fates(office, '面粉')).toMatchObject({ held: 0, release: 12_500 })
    const papers = office.case.things?.flatMap(({ life }) => life.map(({ document }) => document))
    expect(papers).toEqual([decision(office)?.id, decision(office)?.id])
    expect(custodyProblems(office.events)).toEqual([])
  })

  test('lets the store destroy what was confiscated and give back what was not, and nothing else', () => {
    const office = decided(drafted(new LawOffice(), sauceOnly))
    const returned = (name: string, quantity: string) => ({
      case: {
        returned: [row(office, name, quantity)],
        'received-by': '赵某',
        'leaving-place': '本局',
        condition: '物品和封条完好',
      },
    })
    expect(gatesOf(office.take('lin', 'return', returned('酱油', '6')))).toEqual(['custody'])
    custody.destroy(office, '酱油', '6')
    done(office.take('lin', 'return', returned('面粉', '12.5')))
    done(office.agree('zhou'))
    expect(office.case.things?.map((thing) => ledgerOf(thing).left)).toEqual([6000, 12_500])
    expect(custodyProblems(office.events)).toEqual([])
  })

  test('is read in the store by its title, so that the keeper knows what the thing waits for', () => {
    const office = decided(drafted(new LawOffice(), sauceOnly))
    const rows = storeRows(PROCEDURES, office.case, office.today)
    expect(rows.map(({ name, fates: said, papers }) => [name, said, papers.map(({ title }) => title)])).toEqual([
      ['酱油', ['没收 6瓶'], ['行政处罚决定书']],
      ['面粉', ['解除、返还 12.5千克'], ['行政处罚决定书']],
    ])
  })

  test('says so in the paper itself, in the words of the list', () => {
    const office = decided(drafted(new LawOffice(), sauceOnly))
    const [run] = office.case.runs
    const document = decision(office)
    if (!run || !document) throw new Error('nothing was decided')
    const { sections } = fillDocument({ env: office.env, state: office.case, run, document, agency: LETTERHEAD })
    expect(sections.find(({ id }) => id === 'things')?.paragraphs).toEqual([
      '上述没收的财物，在案的有：酱油（500ml/瓶）6瓶。',
      '解除查封、扣押并返还当事人：面粉（散装）12.5千克。',
    ])
  })

  test('binds the review: when the draft takes away something else, the pass has lapsed', () => {
    const office = drafted(new LawOffice(), sauceOnly)
    steps.review(office)
    steps.draft(office, {
      party: {
        [COMPANY.id]: { disposal: [row(office, '酱油', '6', '解除、返还'), row(office, '面粉', '12.5', '解除、返还')] },
      },
    })
    expect(gatesOf(office.take('lin', 'go-to-decision'))).toEqual(['review-passed'])
  })

  test('is written anew with every draft: what is left out is no longer in it', () => {
    const office = drafted(new LawOffice(), sauceOnly)
    done(office.take('lin', 'draft', { case: steps.DRAFT }))
    done(office.take('lin', 'go-to-decision'))
    expect(gatesOf(office.take('lin', 'decide'))).toEqual(['things-decided'])
  })

  test('is notified again when it was not in the notice, and the new notice clears the old draft', () => {
    const office = drafted(new LawOffice(), sauceOnly)
    done(office.take('lin', 'notify-again'))
    steps.issueNotice(office, NOTICE)
    expect(office.case.runs[0]?.facts.party[COMPANY.id]?.disposal).toBeUndefined()
  })
})

describe('with several parties', () => {
  const acts = () => [{ ...ACT_OF_SECOND, id: 'violation-1', party: COMPANY.id }, ACT_OF_SECOND]

  test('each decision takes what its own party is told, and the last one leaves nothing open', () => {
    const office = new LawOffice()
    steps.fileCase(office, { parties: TWO_PARTIES, violations: acts() })
    custody.seized(office)
    const goods = { fine: '5000', goods: '超过保质期的食品', 'goods-value': '60' }
    steps.reach(office, 'drafting', { ...NOTICE, violation: { 'violation-1': goods, 'violation-2': goods } })
    const [first, second] = TWO_PARTIES.map(({ id }) => id) as [string, string]
    steps.draft(office, {
      party: {
        [first]: { disposal: [row(office, '酱油', '6', '没收')] },
        [second]: { disposal: [row(office, '面粉', '12.5', '没收')] },
      },
    })
    decided(office)
    const papers = office.case.documents.filter(({ code }) => code === 'penalty-decision')
    const paperOf = (party: string) => papers.find((paper) => paper.party === party)?.id
    expect(custody.thing(office, '酱油').life[0]?.document).toBe(paperOf(first))
    expect(custody.thing(office, '面粉').life[0]?.document).toBe(paperOf(second))
  })

  test('nobody can be told of more than is there, each of them a part and all together', () => {
    const office = new LawOffice()
    steps.fileCase(office, { parties: TWO_PARTIES, violations: acts() })
    custody.seized(office)
    steps.reach(office, 'drafting', {
      ...NOTICE,
      violation: { 'violation-1': { fine: '1' }, 'violation-2': { fine: '1' } },
    })
    const half = { disposal: [row(office, '酱油', '4', '解除、返还')] }
    const party = Object.fromEntries(TWO_PARTIES.map(({ id }) => [id, half]))
    expect(gatesOf(office.take('lin', 'draft', { case: steps.DRAFT, party }))).toEqual(['disposal-fits'])
  })
})
