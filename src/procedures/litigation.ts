import { plainDate } from '#domain/calendar/plain-date.ts'
import { alteredBy, firstTold, overAt } from '#domain/case/dispute-days.ts'
import {
  appealTermOver,
  appearanceInOrder,
  isSettled,
  materialsNamed,
  receivedByToday,
} from '#domain/case/gates/dispute.ts'
import { evidenceGiven } from '#domain/case/gates/investigation.ts'
import { toldDay } from '#domain/case/told-day.ts'
import { procedureOf, type Subject } from '#domain/procedure/definition.ts'
import { CONTESTABLE } from './contestable.ts'
import { BY_HOUSE_IN_DISPUTES, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { WITHDRAW, WITHDRAWAL_FACT, withdrawalClock } from './withdrawal.ts'

/** How terms are counted; a letter that lies in the future would lengthen them. */
const COUNTED = '《民事诉讼法》第八十五条'
const LAW = '《行政诉讼法》'

const appoint = {
  title: '确定出庭人员',
  by: 'handler',
  approval: ['agency-head'],
  asks: ['agents', 'powers', 'head-appears', 'absence-reason'],
  gates: [appearanceInOrder],
  issues: ['appearance-letter'],
  basis: `${LAW}第三条第三款、第三十一条`,
} as const

/** The defendant does not collect evidence of its own while the case is before the court. */
const supplement = {
  title: '经人民法院准许，补充证据',
  by: 'handler',
  asks: ['court-permission'],
  adds: 'evidence',
  gates: [evidenceGiven],
  basis: `${LAW}第三十五条、第三十六条`,
} as const

const withdrawn = {
  title: '原告撤诉',
  by: 'handler',
  asks: ['judgment-number', 'judgment-on'],
  gates: [receivedByToday('judgment-on', COUNTED, 'served-on')],
  outcome: 'withdrawn',
  to: 'closed',
  basis: `${LAW}第六十二条`,
} as const

const HANDLING = handlerChanges(BY_HOUSE_IN_DISPUTES)
const OVER = overAt(['carrying-out'], { told: 'judgment-on', clock: 'appeal', unless: ['appeal', 'appeal-oneself'] })

const judgedAs = ({ run }: Subject) => String(run.facts.case.judgment ?? '')
/** A settlement before the court is not appealed against. */
const APPEALABLE = (subject: Subject) => (isSettled(judgedAs(subject)) ? undefined : toldDay('judgment-on')(subject))
/** A complaint is turned down by a ruling, and not by a judgment. */
const RULED = [
  {
    onlyIf: (subject: Subject) => judgedAs(subject) === '驳回起诉',
    term: { parameter: 'litigation.ruling-appeal-term' },
    basis: `${LAW}第八十五条`,
  },
] as const

/** 行政诉讼应诉: the agency as defendant, from the copy of the complaint to the judgment that stands. */
export const litigation = procedureOf({
  code: 'litigation',
  version: '2017-07-01',
  validFrom: plainDate('2017-07-01'),
  title: '行政诉讼应诉',
  basis: `${LAW}第六十七条`,
  start: 'served',
  contests: {
    kind: '行政诉讼',
    from: firstTold('sued-on', 'served-on'),
    until: OVER,
    says: ['alteration', 'judgment'],
  },
  alters: alteredBy('overturned', OVER),
  opening: {
    kind: '其他',
    purpose: '当事人提起诉讼的，在期限内答辩和举证',
    from: [...CONTESTABLE, { procedure: 'admin-review' }],
    by: 'handler',
    partyTitle: '原告',
    violations: false,
    asks: ['contested', 'court', 'court-number', 'sued-on', 'served-on', 'claim'],
    gates: [receivedByToday('served-on', COUNTED, 'sued-on')],
    starts: ['answer'],
  },
  facts: {
    ...HANDLER_FACTS,
    contested: {
      title: '被诉的决定',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      register: 'acts',
      help: '选原案作出的哪一个行为；不在其中的，写明名称和文号',
    },
    court: { title: '人民法院', kind: 'text', per: 'case', disclosure: 'officials' },
    'court-number': { title: '案号', kind: 'text', per: 'case', disclosure: 'officials' },
    'sued-on': {
      title: '起诉日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '起诉状上的日期；自这一天起不计加处罚款，不填的按收到副本的日期',
    },
    'served-on': { title: '收到起诉状副本的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    claim: { title: '诉讼请求和理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'defence-text': { title: '答辩意见', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'defence-materials': {
      title: '证据、依据和其他材料',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '一行一份：作出决定的证据和所依据的规范性文件；诉讼中不得自行向原告、第三人和证人收集证据（第三十五条）',
    },
    agents: { title: '出庭人员', kind: 'people', per: 'case', disclosure: 'officials', help: '一至二人' },
    powers: { title: '代理权限', kind: 'text', per: 'case', disclosure: 'officials' },
    'head-appears': { title: '负责人出庭', kind: 'yes-no', per: 'case', disclosure: 'officials' },
    'absence-reason': {
      title: '负责人不能出庭的原因',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      optional: true,
    },
    'court-permission': {
      title: '人民法院准许的文书或者通知',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      help: '原告或者第三人提出了处理程序中没有提出的理由或者证据的，经法院准许可以补充',
    },
    judgment: {
      title: '裁判结果',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['驳回诉讼请求', '驳回起诉', '调解结案'],
    },
    alteration: {
      title: '裁判对决定的改变',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['撤销', '部分撤销', '变更', '确认违法', '确认无效', '责令履行'],
    },
    'judgment-number': { title: '裁判文书案号', kind: 'text', per: 'case', disclosure: 'officials' },
    'judgment-on': { title: '收到裁判文书的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'judgment-text': { title: '裁判的内容', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'appeal-text': { title: '上诉的一方和理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'own-appeal-reason': { title: '本机关上诉的请求和理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'appealed-on': { title: '提交上诉状的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'public-reason': WITHDRAWAL_FACT,
    'carried-out': {
      title: '履行情况',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '重新作出的决定、退还的款物、撤下的公示',
    },
  },
  clocks: {
    // A judgment that may still be appealed against has changed nothing yet.
    withdrawal: withdrawalClock(OVER),
    answer: {
      title: '提交答辩状和证据、依据',
      term: { parameter: 'litigation.answer-term' },
      from: toldDay('served-on'),
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第六十七条第一款`,
    },
    appeal: {
      title: '上诉',
      term: { parameter: 'litigation.appeal-term' },
      instead: RULED,
      from: APPEALABLE,
      rolls: true,
      binds: 'party',
      afterwards: { may: 'becomes-final', words: '登记裁判生效' },
      missed: 'warning',
      basis: `${LAW}第八十五条`,
    },
    'own-appeal': {
      title: '本机关提起上诉',
      term: { parameter: 'litigation.appeal-term' },
      from: toldDay('judgment-on'),
      rolls: true,
      metOn: 'appealed-on',
      missed: 'refuses',
      consequence: '逾期不提起上诉的，第一审判决发生法律效力',
      basis: `${LAW}第八十五条`,
    },
  },
  stages: {
    served: {
      title: '答辩',
      actions: {
        answer: {
          title: '提交答辩状和证据、依据',
          by: 'handler',
          approval: ['unit-head', 'agency-head'],
          asks: ['defence-text', 'defence-materials'],
          gates: [materialsNamed(`${LAW}第三十四条、第六十七条第一款`)],
          issues: ['defence-approval', 'defence-statement'],
          meets: ['answer'],
          to: 'trial',
          basis: `${LAW}第三十四条、第六十七条第一款`,
        },
        'withdraw-suit': { ...withdrawn, closes: ['answer'] },
        ...HANDLING,
      },
    },
    trial: {
      title: '一审',
      actions: {
        appoint,
        'supplement-evidence': supplement,
        'judged-for-agency': {
          title: '登记：驳回起诉、驳回诉讼请求、调解',
          by: 'handler',
          asks: ['judgment', 'judgment-number', 'judgment-on', 'judgment-text'],
          gates: [receivedByToday('judgment-on', COUNTED, 'served-on')],
          starts: ['appeal'],
          outcome: 'upheld',
          to: 'judged',
          basis: `${LAW}第六十九条`,
        },
        'judged-against-agency': {
          title: '登记：撤销、变更、确认违法或者无效、责令履行',
          by: 'handler',
          asks: ['alteration', 'judgment-number', 'judgment-on', 'judgment-text'],
          gates: [receivedByToday('judgment-on', COUNTED, 'served-on')],
          starts: ['appeal', 'own-appeal'],
          outcome: 'overturned',
          to: 'judged-against',
          basis: `${LAW}第七十条、第七十二条、第七十四条至第七十七条`,
        },
        'withdraw-suit': withdrawn,
        ...HANDLING,
      },
    },
    judged: {
      title: '一审裁判，上诉期',
      actions: {
        'becomes-final': {
          title: '没有人上诉，裁判生效',
          by: 'handler',
          gates: [appealTermOver],
          closes: ['appeal'],
          to: 'closed',
          basis: `${LAW}第八十五条`,
        },
        appeal: {
          title: '登记上诉',
          by: 'handler',
          asks: ['appeal-text'],
          closes: ['appeal'],
          to: 'second-instance',
          basis: `${LAW}第八十五条`,
        },
        ...HANDLING,
      },
    },
    'judged-against': {
      title: '一审改变决定，上诉期',
      actions: {
        'accept-judgment': {
          title: '不上诉，履行判决',
          by: 'handler',
          approval: ['agency-head'],
          closes: ['appeal', 'own-appeal'],
          starts: ['withdrawal'],
          to: 'carrying-out',
          basis: `${LAW}第八十五条、第九十四条`,
        },
        'appeal-oneself': {
          title: '本机关提起上诉',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['own-appeal-reason', 'appealed-on'],
          gates: [receivedByToday('appealed-on', COUNTED, 'judgment-on')],
          meets: ['own-appeal'],
          closes: ['appeal'],
          to: 'second-instance',
          basis: `${LAW}第八十五条`,
        },
        appeal: {
          title: '登记原告、第三人上诉',
          by: 'handler',
          asks: ['appeal-text'],
          closes: ['appeal', 'own-appeal'],
          to: 'second-instance',
          basis: `${LAW}第八十五条`,
        },
        ...HANDLING,
      },
    },
    'second-instance': {
      title: '二审',
      actions: {
        appoint,
        'finally-for-agency': {
          title: '登记终审：没有改变决定',
          by: 'handler',
          asks: ['judgment', 'judgment-number', 'judgment-on', 'judgment-text'],
          gates: [receivedByToday('judgment-on', COUNTED, 'served-on')],
          outcome: 'upheld',
          to: 'closed',
          basis: `${LAW}第八十九条`,
        },
        'finally-against-agency': {
          title: '登记终审：改变了决定',
          by: 'handler',
          asks: ['alteration', 'judgment-number', 'judgment-on', 'judgment-text'],
          gates: [receivedByToday('judgment-on', COUNTED, 'served-on')],
          starts: ['withdrawal'],
          outcome: 'overturned',
          to: 'carrying-out',
          basis: `${LAW}第八十九条`,
        },
        ...HANDLING,
      },
    },
    'carrying-out': {
      title: '履行判决',
      actions: {
        'withdraw-publication': WITHDRAW,
        'carry-out': {
          title: '登记履行情况',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['carried-out'],
          to: 'closed',
          basis: `${LAW}第九十四条`,
        },
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
  },
})
