import { TESTING } from '#procedures/seizure-facts.ts'
import * as custody from '../custody-steps.ts'
import { referral } from '../jurisdiction-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import { frozen } from '../measure-steps.ts'
import * as steps from '../penalty-steps.ts'
import * as transfer from '../transfer-steps.ts'
import type { Rows, Run, Scenario } from './scenario.ts'

/** What is still held when the case comes to its end: by the officers, or at the bank. */
const HELD = {
  'things-accounted-for': { says: '还有涉案物品在保管中', begin: custody.seized },
  'nothing-frozen': { says: '“冻结存款、汇款”还没有结束', begin: frozen },
} as const

function kept(action: string, walk: (office: LawOffice) => void, facts: Record<string, unknown>): Rows {
  const rows = Object.entries(HELD).map(([gate, { says, begin }]): readonly [string, Scenario] => {
    const run: Run = (office) => {
      begin(office)
      walk(office)
      return office.take('lin', action, { case: facts })
    }
    return [`penalty-ordinary/${action}/${gate}`, { says, run }]
  })
  return Object.fromEntries(rows)
}

const ACCOUNTED: Rows = {
  ...kept('withdraw-filing', () => undefined, { 'withdrawal-reason': '违法事实不能成立' }),
  ...kept('refer', () => undefined, referral().case ?? {}),
  ...kept(
    'close',
    (office) => {
      steps.reach(office, 'performance')
      const paid = steps.ofEveryParty(office, { ...steps.PAID, 'paid-on': office.today })
      done(office.take('lin', 'record-performance', { party: paid }))
    },
    { 'closure-note': '已经履行完毕' },
  ),
  ...kept(
    'close-no-penalty',
    (office) => {
      steps.reachSpare(office, '不予处罚：轻微并及时改正，没有造成危害后果（第三十三条第一款前段）')
      done(office.take('lin', 'spare-minor', { party: steps.ofEveryParty(office, { education: '已经教育' }) }))
      office.agreeAll('zheng', 'wu')
      steps.deliverAll(office)
    },
    { 'closure-note': '已经教育' },
  ),
  ...kept(
    'close-after-conviction',
    (office) => {
      done(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '货值较大' } }))
      transfer.handOver(transfer.policeFile(transfer.sendToPolice(transfer.reportTransfer(office))))
      done(office.take('lin', 'convict', transfer.RESULT))
    },
    { 'closure-note': '已经追究刑事责任' },
  ),
  'penalty-ordinary/make-dossier/things-accounted-for': {
    says: HELD['things-accounted-for'].says,
    run: (office) => {
      steps.reach(custody.seizureApproved(office), 'performance')
      const paid = steps.ofEveryParty(office, { ...steps.PAID, 'paid-on': office.today })
      done(office.take('lin', 'record-performance', { party: paid }))
      done(office.take('lin', 'close', { case: { 'closure-note': '已经履行完毕' } }))
      office.agreeAll('zheng', 'wu')
      return custody.seizeNow(office).take('lin', 'make-dossier', { case: { retention: '30年' } })
    },
  },
}

function preserving(more: Record<string, unknown>): Run {
  return (office) => {
    custody.open(office, 'open-preservation')
    done(office.take('lin', 'ask', { case: { reason: '可能被转移', scope: '酱油' } }))
    office.agreeAll('zheng', 'wu')
    const facts = { officers: ['lin', 'zhou'], 'certificate-shown': true, keeping: '本局', listed: [custody.SAUCE] }
    return office.take('lin', 'preserve', { case: { ...facts, ...more } })
  }
}

const PRESERVATION: Rows = {
  'preservation/preserve/two-qualified-officers': { says: '还差一名', run: preserving({ officers: ['lin'] }) },
  'preservation/preserve/certificate-shown': {
    says: '出示执法证件',
    run: preserving({ 'certificate-shown': false }),
  },
  'preservation/dispose/everything-decided': {
    says: '还差：面粉 12.5千克',
    run: (office) => {
      custody.preserved(office)
      const disposal = [custody.portion(office, '酱油', '6', '解除、返还')]
      return office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '与违法行为无关' } })
    },
  },
  'preservation/lapse/preservation-over': {
    says: '还没有届满',
    run: (office) => custody.preserved(office).take('lin', 'lapse'),
  },
}

const SAMPLING: Rows = {
  'sampling/sample/two-qualified-officers': {
    says: '还差一名',
    run: (office) => custody.sampled(office, { officers: ['zhou'] }),
  },
  'sampling/sample/certificate-shown': {
    says: '出示执法证件',
    run: (office) => custody.sampled(office, { 'certificate-shown': false }),
  },
  'sampling/sample/samples-sealed': {
    says: '没有封条编号',
    run: (office) => custody.sampled(office, { listed: [custody.FLOUR] }),
  },
  'sampling/dispose/everything-decided': {
    says: '还差：酱油 6瓶',
    run: (office) => {
      done(custody.sampled(office))
      const sent = [custody.portion(office, '面粉', '12.5')]
      const facts = { sent, 'received-by': '青石区检验所 江某', 'test-items': '菌落总数' }
      done(office.take('lin', 'send', { case: facts }))
      done(office.take('lin', 'receive-result', { case: { result: '合格' } }))
      return office.take('lin', 'dispose', {
        case: { disposal: [custody.portion(office, '面粉', '12.5', '检验中消耗')] },
      })
    },
  },
}

/** Nobody came, so there was nobody to tell, to hear and to hand anything to. */
const ABSENT = {
  'party-present': false,
  'rights-told': false,
  'statement-heard': false,
  'copies-handed': false,
  signed: '当事人不在场，见证人和执法人员已签名',
}

type Slip = readonly [gate: string, says: string, facts: (office: LawOffice) => Record<string, unknown>]
/** One of the steps of 强制法第十八条 left out, in a measure that was approved before and in one that was not. */
const SLIPS: readonly Slip[] = [
  ['two-officers-seize', '两名以上', () => ({ officers: ['lin', 'expired'] })],
  ['identity-shown', '出示执法身份证件', () => ({ 'identity-shown': false })],
  ['party-called', '通知当事人到场', () => ({ 'party-called': false })],
  ['rights-told', '当场告知', () => ({ 'rights-told': false })],
  ['statement-heard', '听取当事人', () => ({ 'statement-heard': false })],
  ['record-signed', '当事人拒绝签名', () => ({ signed: '当事人不在场，见证人和执法人员已签名' })],
  ['witnessed-if-absent', '邀请见证人', () => ABSENT],
  ['other-steps', '其他程序', () => ({ 'other-steps': false })],
  ['related-only', '与违法行为无关', () => ({ 'is-related': false })],
  ['no-necessities', '生活必需品', () => ({ 'no-necessities': false })],
  ['not-sealed-before', '不得重复查封', () => ({ 'not-sealed-before': false })],
  ['copies-handed', '一式二份', () => ({ 'copies-handed': false })],
  ['measure-times-in-order', '晚于开始时间', (office) => ({ 'ended-at': `${office.today}T00:30:00.000Z` })],
]

function slips(): Rows {
  const rows = SLIPS.flatMap(([gate, says, facts]): (readonly [string, Scenario])[] => [
    [
      `seizure/seize/${gate}`,
      {
        says,
        run: (office) => {
          custody.open(office, 'open-seizure')
          done(office.take('lin', 'ask', { case: custody.GROUNDS }))
          office.agreeAll('zheng', 'wu')
          return office.take('lin', 'seize', { case: custody.onTheSpot(office, facts(office)) })
        },
      },
    ],
    [
      `seizure/seize-at-once/${gate}`,
      {
        says,
        run: (office) => {
          custody.open(office, 'open-seizure')
          const grounds = { ...custody.GROUNDS, urgency: '正在装车' }
          return office.take('lin', 'seize-at-once', {
            case: { ...grounds, ...custody.onTheSpot(office, facts(office)) },
          })
        },
      },
    ],
  ])
  return Object.fromEntries(rows)
}

const AFTER_THE_TERM = '2026-07-02'

const SEIZURE: Rows = {
  ...slips(),
  'seizure/finish/nothing-held': {
    says: '“酱油”、“面粉”还没有处理决定',
    run: (office) => custody.seized(office).take('lin', 'finish'),
  },
  'seizure/dispose/decided-in-term': {
    says: '应当立即解除',
    run: (office) => {
      custody.seized(office).on(AFTER_THE_TERM)
      const disposal = [custody.portion(office, '酱油', '6', '没收')]
      return office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '超过保质期' } })
    },
  },
  'seizure/move-along/decided-in-term': {
    says: '应当立即解除',
    run: (office) => {
      custody.seized(office).on(AFTER_THE_TERM)
      const moved = [custody.portion(office, '酱油', '6', '移送')]
      const facts = { 'transfer-to': '青石区公安局', 'moved-along': moved, 'disposal-reason': '涉嫌犯罪' }
      return office.take('lin', 'move-along', { case: facts })
    },
  },
  'seizure/stop-for-test/test-period-stated': {
    says: '应当明确',
    run: (office) =>
      custody.seized(office).take('lin', 'stop-for-test', {
        case: { 'suspension-ground': TESTING, 'test-words': '酱油送检', 'test-until': office.today },
      }),
  },
}

const CUSTODY: Rows = {
  'custody/destroy/destruction-witnessed': {
    says: '应当有见证人',
    run: (office) => {
      custody.decided(custody.seized(office), '酱油', '6', '销毁')
      const destroyed = [custody.portion(office, '酱油', '6')]
      const facts = { destroyed, 'destruction-method': '倾倒后无害化处理', 'leaving-place': '垃圾处理场' }
      return office.take('lin', 'destroy', { case: facts })
    },
  },
  'custody/pass/measure-taken': {
    says: '还没有查封、扣押决定书',
    run: (office) => {
      custody.preserved(office)
      const row = (name: string, quantity: string) => custody.portion(office, name, quantity, '转入其他措施')
      const disposal = [row('酱油', '6'), row('面粉', '12.5')]
      done(office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '需要扣押' } }))
      office.agreeAll('wu')
      return office.take('lin', 'pass', { case: { passed: [custody.portion(office, '酱油', '6')] } })
    },
  },
  'custody/close-list/nothing-in-custody': {
    says: '“酱油”、“面粉”还在保管中',
    run: (office) => {
      custody.seized(office)
      return office.do('lin', {
        type: 'take',
        run: office.child('custody').id,
        action: 'close-list',
        facts: {},
        evidence: [],
      })
    },
  },
}

export const THINGS: Rows = { ...ACCOUNTED, ...PRESERVATION, ...SAMPLING, ...SEIZURE, ...CUSTODY }
