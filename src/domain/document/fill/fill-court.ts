import { debtorsOf } from '../../case/obligations.ts'
import { type Filler, type Filling, textIn } from './filling.ts'
import { citation, deliveryOf, newestOf } from './issued-documents.ts'
import { decisionSaid, owedRows } from './owed.ts'
import { partyLineOf } from './party-line-of.ts'
import { dateInWords, sentence } from './wording.ts'

const LAW = '《中华人民共和国行政强制法》'

/** The papers that go with the application (强制法第五十五条第一款). */
export const FIVE_PAPERS = [
  '强制执行申请书',
  '行政决定书及作出决定的事实、理由和依据',
  '当事人的意见及行政机关催告情况',
  '申请强制执行标的情况',
  '法律、行政法规规定的其他材料',
] as const

/** 强制执行申请书: signed by the head, sealed and dated (强制法第五十五条第二款). */
export const fillCourtApplication: Filler = (filling) => {
  const { run, agency } = filling
  return {
    execution: {
      to: textIn(run, 'court') || agency.court,
      opening: [
        `申请人${agency.name}，住所地${agency.address}，联系电话${agency.phone}。`,
        ...debtors(filling).map((party) => `被执行人${partyLineOf(party)}`),
        ...debtors(filling).map((party) => decisionSaid({ ...filling, party }).replaceAll('你（单位）', party.name)),
        `被执行人在法定期限内没有申请行政复议或者提起行政诉讼，又不履行行政决定。依据${LAW}第五十三条、第五十四条的规定，特申请强制执行。`,
      ],
      rows: [
        {
          label: '催告情况',
          text: debtors(filling)
            .map((party) => urgingOf(filling, party.id, party.name))
            .join(''),
        },
        { label: '当事人的意见', text: textIn(run, 'party-opinion') },
        { label: '标的的种类', text: textIn(run, 'object-kind') },
        { label: '标的情况', text: textIn(run, 'object') },
        ...debtors(filling).flatMap((party) => owedRows({ ...filling, party })),
        {
          label: '附件目录',
          text: FIVE_PAPERS.slice(1)
            .map((title, index) => `${index + 1}. ${title}`)
            .join('；'),
        },
      ],
      closing: ['以上申请，请予审查，裁定准予强制执行。'],
      signers: ['申请机关负责人'],
    },
  }
}

function debtors({ env, state }: Filling) {
  return debtorsOf({ env, state })
}

function urgingOf({ state }: Filling, party: string, name: string): string {
  const paper = ['execution-urging', 'fine-urging'].map((code) => newestOf(state, code, party)).find(Boolean)
  if (!paper) return ''
  const made = deliveryOf(state, paper, party)
  return sentence(
    `${citation(paper)}${made ? `于${dateInWords(made.effectiveOn)}以${made.method}方式送达${name}` : ''}，至今仍未履行`,
  )
}
