import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { repliedByToday } from '#domain/case/gates/informant.ts'
import type { Clock, Fact, Subject } from '#domain/procedure/definition.ts'

const RULE = '《市场监督管理投诉举报处理暂行办法》第三十一条'

/** Who told of it, and what they are told. Who they are is for the handlers alone, and is printed nowhere but in the register of clues. */
export const INFORMANT_FACTS = {
  informant: {
    title: '提供人',
    kind: 'text',
    per: 'case',
    disclosure: 'handlers',
    optional: true,
    help: '匿名的不填；只有核查人员和审批的负责人看得到',
  },
  contact: { title: '联系方式', kind: 'text', per: 'case', disclosure: 'handlers', optional: true },
  'wants-reply': {
    title: '实名并且要求回复',
    kind: 'yes-no',
    per: 'case',
    disclosure: 'officials',
    optional: true,
    help: '要求回复的，决定立案或者不予立案以后答复',
  },
} as const satisfies Record<string, Fact>

export const REPLY_FACTS = {
  'reply-accepted': {
    title: '受理情况',
    kind: 'choice',
    per: 'case',
    disclosure: 'officials',
    choices: ['已经立案', '不予立案'],
  },
  'reply-result': {
    title: '核查结果',
    kind: 'long-text',
    per: 'case',
    disclosure: 'officials',
    help: '告知书不印举报人的姓名和联系方式，这里也不要写；不写其他人的个人信息和商业秘密',
  },
  'reply-way': {
    title: '答复的方式',
    kind: 'choice',
    per: 'case',
    disclosure: 'officials',
    choices: ['当面', '邮寄', '电子方式', '电话告知并留存记录'],
  },
  'replied-on': { title: '答复的日期', kind: 'date', per: 'case', disclosure: 'officials' },
} as const satisfies Record<string, Fact>

/** The day on which it was decided to file, or not to; only where somebody waits for an answer. */
const filedOn = ({ run }: Subject): PlainDate | undefined =>
  run.facts.case['wants-reply'] === true ? run.taken.findLast(({ action }) => action === 'file')?.on : undefined

const replyClock = {
  title: '答复举报人',
  term: { parameter: 'report.reply-term' },
  rolls: true,
  missed: 'warning',
  basis: RULE,
} as const satisfies Clock

/** Of a clue of which no case is made. */
export const REPLY_CLOCK = replyClock
/** Of a case that was filed. */
export const FILED_REPLY_CLOCK = { ...replyClock, from: filedOn } as const satisfies Clock

/** 答复举报人: the paper goes to the informant by hand, and not to the parties. */
export const replyInformant = {
  title: '答复举报人',
  by: 'handler',
  asks: ['reply-accepted', 'reply-result', 'reply-way', 'replied-on'],
  gates: [repliedByToday],
  issues: ['report-reply'],
  meets: ['reply'],
  basis: RULE,
} as const
