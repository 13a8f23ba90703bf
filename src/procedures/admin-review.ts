import { plainDate } from '#domain/calendar/plain-date.ts'
import { alteredBy, firstTold, overAt } from '#domain/case/dispute-days.ts'
import { materialsNamed, receivedByToday } from '#domain/case/gates/dispute.ts'
import { evidenceGiven } from '#domain/case/gates/investigation.ts'
import {
  extendedAtMost,
  reviewByOrdinary,
  reviewBySimple,
  suitTermOver,
  takenUpInOrder,
} from '#domain/case/gates/review-course.ts'
import { toldDay } from '#domain/case/told-day.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { CONTESTABLE } from './contestable.ts'
import { BY_HOUSE_IN_DISPUTES, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { WITHDRAW, WITHDRAWAL_FACT, withdrawalClock } from './withdrawal.ts'

/** How terms are counted; a letter that lies in the future would lengthen them. */
const COUNTED = '《行政复议法》第八十八条'
const LAW = '《行政复议法》'

const HANDLING = handlerChanges(BY_HOUSE_IN_DISPUTES)
const OVER = overAt(['carrying-out', 'suit-term'], { told: 'result-on' })

/** The reviewing body's own time runs from its acceptance; where its notice does not name that day, from the notice. */
const TAKEN_UP = firstTold('taken-up-on', 'notice-on')
const NOTICE = ['notice-number', 'notice-on', 'taken-up-on'] as const
const NOTICED = [receivedByToday('notice-on', COUNTED, 'applied-on'), takenUpInOrder]
/** On which the review stands still (第三十九条第一款). */
const HALTS = [
  '申请人死亡，近亲属尚未确定是否参加',
  '申请人丧失行为能力，尚未确定法定代理人参加',
  '申请人下落不明',
  '申请人终止，尚未确定权利义务承受人',
  '因不可抗力或者其他正当理由不能参加',
  '进行调解、和解，双方同意中止',
  '法律适用问题需要有权机关解释或者确认',
  '以其他案件的审理结果为依据，其他案件尚未审结',
  '对有关规范性文件或者依据作出处理',
  '需要中止的其他情形',
] as const
const TERMS = ['decision', 'simple-decision'] as const

/** What the reviewing body does with its own time while it has the case. */
const COURSE = {
  'extend-decision': {
    title: '登记：复议机关延长审理期限',
    by: 'handler',
    asks: ['extended-days'],
    gates: [reviewByOrdinary, extendedAtMost],
    extends: ['decision'],
    basis: `${LAW}第六十二条第一款`,
  },
  'turn-to-ordinary': {
    title: '登记：转为普通程序',
    by: 'handler',
    gates: [reviewBySimple],
    closes: ['simple-decision'],
    starts: ['decision'],
    basis: `${LAW}第五十五条`,
  },
  halt: {
    title: '登记：复议中止',
    by: 'handler',
    asks: ['suspension-ground'],
    suspends: TERMS,
    basis: `${LAW}第三十九条第一款、第三款`,
  },
  'go-on': {
    title: '登记：恢复审理',
    by: 'handler',
    resumes: TERMS,
    basis: `${LAW}第三十九条第二款、第三款`,
  },
} as const

/** 行政复议答复: the agency as respondent, from the application to the reviewing body's decision. */
export const adminReview = procedureOf({
  code: 'admin-review',
  version: '2024-01-01',
  validFrom: plainDate('2024-01-01'),
  title: '行政复议答复',
  basis: `${LAW}第四十八条`,
  start: 'received',
  contests: {
    kind: '行政复议',
    from: toldDay('applied-on'),
    until: OVER,
    says: ['alteration', 'result', 'ending'],
  },
  alters: alteredBy('altered', OVER, ['self-corrected']),
  opening: {
    kind: '其他',
    purpose: '当事人申请行政复议的，在期限内提出答复、证据和依据',
    from: CONTESTABLE,
    by: 'handler',
    partyTitle: '申请人',
    violations: false,
    asks: ['contested', 'applied-on', 'claim'],
    gates: [receivedByToday('applied-on', COUNTED)],
    starts: [],
  },
  facts: {
    ...HANDLER_FACTS,
    contested: {
      title: '被申请复议的决定',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      register: 'acts',
      help: '选原案作出的哪一个行为；不在其中的，写明名称和文号',
    },
    'applied-on': { title: '申请日期', kind: 'date', per: 'case', disclosure: 'officials' },
    claim: { title: '行政复议的请求和理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'handed-in-on': { title: '本机关收到申请的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'uphold-reason': { title: '维持的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'own-correction': {
      title: '自行改正的内容',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '变更或者撤销了什么，文书的文号',
    },
    'notice-number': { title: '答复通知书文号', kind: 'text', per: 'case', disclosure: 'officials' },
    'notice-on': { title: '收到答复通知书的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'taken-up-on': {
      title: '行政复议机关受理的日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '答复通知书写明的；不填的，审理期限按收到答复通知书的日期计算',
    },
    'extended-days': {
      title: '延长的日数',
      kind: 'count',
      per: 'case',
      disclosure: 'officials',
      eachTime: true,
      help: '按行政复议机关的延期通知书填写，最多三十日',
    },
    'suspension-ground': {
      title: '中止的情形',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: HALTS,
    },
    'suit-words': {
      title: '起诉的人、法院和案号',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
    },
    'defence-text': { title: '答复意见', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'defence-materials': {
      title: '证据、依据和其他材料',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '一行一份：当初作出决定的证据和所依据的规范性文件；复议期间不得自行再收集证据（第四十六条）',
    },
    'review-permission': {
      title: '行政复议机构同意补充证据的文书或者通知',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      help: '申请人或者第三人提出了作出决定时没有提出的理由或者证据的，经行政复议机构同意可以补充',
    },
    result: {
      title: '复议结果',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['维持', '驳回复议请求'],
    },
    ending: {
      title: '复议怎样结束',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['申请人撤回', '达成调解、和解', '终止'],
    },
    alteration: {
      title: '复议对决定的改变',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['变更', '撤销', '部分撤销', '确认违法', '确认无效', '责令履行'],
    },
    'result-number': { title: '行政复议决定书文号', kind: 'text', per: 'case', disclosure: 'officials' },
    'result-on': { title: '收到复议决定的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'result-text': { title: '复议决定的内容', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'public-reason': WITHDRAWAL_FACT,
    'carried-out': {
      title: '履行情况',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '重新作出的决定、退还的款物、撤下的公示；决定被撤销、变更、确认违法或者无效的，三个工作日内撤下公示并说明理由（处罚法第四十八条）',
    },
  },
  clocks: {
    forwarding: {
      title: '转送复议申请',
      term: { parameter: 'admin-review.forward-term' },
      from: toldDay('handed-in-on'),
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第三十二条第二款`,
    },
    withdrawal: withdrawalClock(toldDay('result-on')),
    answer: {
      title: '提出书面答复',
      term: { parameter: 'admin-review.answer-term' },
      from: toldDay('notice-on'),
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第四十八条`,
    },
    'simple-answer': {
      title: '提出书面答复（简易程序）',
      term: { parameter: 'admin-review.simple-answer-term' },
      from: toldDay('notice-on'),
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第五十四条第一款`,
    },
    decision: {
      title: '行政复议机关作出决定',
      binds: 'review-body',
      term: { parameter: 'admin-review.decision-term' },
      from: TAKEN_UP,
      rolls: true,
      deductible: HALTS,
      extension: { by: { fact: 'extended-days', unit: 'day' } },
      missed: 'warning',
      consequence: '申请人可以自期满之日起十五日内起诉（行政诉讼法第四十五条）',
      basis: `${LAW}第六十二条第一款`,
    },
    'simple-decision': {
      title: '行政复议机关作出决定（简易程序）',
      binds: 'review-body',
      term: { parameter: 'admin-review.simple-decision-term' },
      from: TAKEN_UP,
      rolls: true,
      deductible: HALTS,
      missed: 'warning',
      consequence: '申请人可以自期满之日起十五日内起诉（行政诉讼法第四十五条）',
      basis: `${LAW}第六十二条第二款`,
    },
    suit: {
      title: '不服复议决定，提起行政诉讼',
      binds: 'party',
      afterwards: { may: 'nobody-sued', words: '登记没有人起诉，办结；当事人不履行原决定的，可以依法强制执行' },
      term: { parameter: 'remedy.after-review-term' },
      from: toldDay('result-on'),
      rolls: true,
      missed: 'warning',
      basis: '《行政诉讼法》第四十五条',
    },
  },
  stages: {
    received: {
      title: '登记',
      actions: {
        'take-notice': {
          title: '收到答复通知（普通程序）',
          by: 'handler',
          asks: NOTICE,
          gates: NOTICED,
          starts: ['answer', 'decision'],
          to: 'answering',
          basis: `${LAW}第四十八条`,
        },
        'take-simple-notice': {
          title: '收到答复通知（简易程序）',
          by: 'handler',
          asks: NOTICE,
          gates: NOTICED,
          starts: ['simple-answer', 'simple-decision'],
          to: 'answering',
          basis: `${LAW}第五十四条第一款`,
        },
        'take-application': {
          title: '当事人通过本机关提交申请',
          by: 'handler',
          asks: ['handed-in-on'],
          gates: [receivedByToday('handed-in-on', COUNTED, 'applied-on')],
          starts: ['forwarding'],
          to: 'forwarding',
          basis: `${LAW}第三十二条第一款`,
        },
        ...HANDLING,
      },
    },
    forwarding: {
      title: '转送或者自行改正',
      actions: {
        forward: {
          title: '认为应当维持，转送行政复议机关',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['uphold-reason'],
          issues: ['review-forwarding'],
          meets: ['forwarding'],
          to: 'received',
          basis: `${LAW}第三十二条第二款`,
        },
        'correct-oneself': {
          title: '认为应当变更、撤销，自行改正',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['own-correction'],
          meets: ['forwarding'],
          outcome: 'self-corrected',
          to: 'closed',
          basis: `${LAW}第三十二条第二款`,
        },
        ...HANDLING,
      },
    },
    answering: {
      title: '答复',
      actions: {
        answer: {
          title: '提出书面答复，提交证据、依据',
          by: 'handler',
          approval: ['unit-head', 'agency-head'],
          asks: ['defence-text', 'defence-materials'],
          gates: [materialsNamed(`${LAW}第四十四条、第四十八条`)],
          issues: ['review-answer'],
          meets: ['answer', 'simple-answer'],
          to: 'pending',
          basis: `${LAW}第四十八条`,
        },
        ...COURSE,
        ...HANDLING,
      },
    },
    pending: {
      title: '等复议决定',
      actions: {
        'supplement-evidence': {
          title: '经行政复议机构同意，补充证据',
          by: 'handler',
          asks: ['review-permission'],
          adds: 'evidence',
          gates: [evidenceGiven],
          basis: `${LAW}第四十六条第二款`,
        },
        'decision-stands': {
          title: '登记：维持、驳回',
          by: 'handler',
          asks: ['result', 'result-number', 'result-on', 'result-text'],
          gates: [receivedByToday('result-on', COUNTED, 'applied-on')],
          closes: TERMS,
          starts: ['suit'],
          outcome: 'upheld',
          to: 'suit-term',
          basis: `${LAW}第六十八条、第六十九条`,
        },
        'decision-altered': {
          title: '登记：变更、撤销、确认违法或者无效、责令履行',
          by: 'handler',
          asks: ['alteration', 'result-number', 'result-on', 'result-text'],
          gates: [receivedByToday('result-on', COUNTED, 'applied-on')],
          closes: TERMS,
          starts: ['withdrawal', 'suit'],
          outcome: 'altered',
          to: 'carrying-out',
          basis: `${LAW}第六十三条至第六十七条`,
        },
        'ended-otherwise': {
          title: '登记：申请人撤回、调解和解或者终止',
          by: 'handler',
          asks: ['ending', 'result-number', 'result-on', 'result-text'],
          gates: [receivedByToday('result-on', COUNTED, 'applied-on')],
          closes: TERMS,
          outcome: 'upheld',
          to: 'closed',
          basis: `${LAW}第四十一条、第七十三条、第七十四条`,
        },
        ...COURSE,
        ...HANDLING,
      },
    },
    'carrying-out': {
      title: '履行复议决定',
      actions: {
        'withdraw-publication': WITHDRAW,
        'carry-out': {
          title: '登记履行情况',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['carried-out'],
          closes: ['suit'],
          to: 'closed',
          basis: `${LAW}第七十七条`,
        },
        ...HANDLING,
      },
    },
    'suit-term': {
      title: '等起诉期满',
      actions: {
        'nobody-sued': {
          title: '没有人起诉，办结',
          by: 'handler',
          gates: [suitTermOver],
          closes: ['suit'],
          to: 'closed',
          basis: '《行政诉讼法》第四十五条',
        },
        sued: {
          title: '有人起诉，办结，转入应诉',
          by: 'handler',
          asks: ['suit-words'],
          closes: ['suit'],
          to: 'closed',
          basis: '《行政诉讼法》第四十五条',
        },
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
  },
})
