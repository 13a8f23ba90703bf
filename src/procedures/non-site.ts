import { plainDate } from '#domain/calendar/plain-date.ts'
import { recusalSettled } from '#domain/case/gates/halting.ts'
import { evidenceGiven } from '#domain/case/gates/investigation.ts'
import {
  capturedBefore,
  deviceApproved,
  factsTold,
  placePublished,
  recordInEvidence,
  recordReviewed,
  statementReviewed,
} from '#domain/case/gates/non-site.ts'
import { type Fact, procedureOf } from '#domain/procedure/definition.ts'
import { HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { PENALTY_FACTS } from './penalty-facts.ts'

const LAW = '《行政处罚法》第四十一条'
const { statement, heard } = PENALTY_FACTS

type Kind = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'help' | 'register'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

const drop = {
  title: '不再处理',
  by: 'handler',
  approval: ['unit-head'],
  asks: ['drop-reason'],
  to: 'dropped',
  basis: `${LAW}第二款`,
} as const

const openRecusal = {
  title: '回避申请',
  by: ['handler', 'unit-head', 'agency-head'],
  opens: 'recusal',
  basis: '《行政处罚法》第四十三条',
} as const

const HANDLING = handlerChanges({ basis: '《行政处罚法》第四十二条', paper: 'matter-approval' })

/** 非现场执法: what a device has recorded is reviewed, told to the party, who may look and answer, and only then punished in a case of its own. */
export const nonSite = procedureOf({
  code: 'non-site',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '非现场执法（监控记录）',
  basis: LAW,
  start: 'recorded',
  opening: {
    kind: '行政处罚',
    purpose: '凭监控设备的记录办理，先逐条审核，再告知当事人',
    by: 'handler',
    partyTitle: '当事人',
    violations: true,
    asks: ['device', 'captured-at', 'place', 'image', 'act'],
    gates: [capturedBefore, deviceApproved, placePublished],
    starts: ['inform'],
  },
  facts: {
    ...HANDLER_FACTS,
    device: fact('设备编号', {
      kind: 'text',
      register: 'monitors',
      help: '只列本机关登记的监控设备；记录当天应当已经审核、公布',
    }),
    'captured-at': fact('时间', { kind: 'instant' }),
    place: fact('地点', { kind: 'text', help: '当天公布的设置地点' }),
    image: fact('图像编号', { kind: 'text', help: '记录的文件名或者编号' }),
    act: fact('违法事实', { kind: 'long-text' }),
    query: fact('查询方式', { kind: 'text', help: '当事人怎样查看记录：网址、窗口、电话' }),
    'statement-way': fact('陈述申辩方式和期限', { kind: 'text', help: '不得限制或者变相限制陈述权、申辩权' }),
    statement,
    heard: { ...heard, optional: true, help: '当事人作了陈述、申辩的，写明采纳或者不采纳的理由' },
    'drop-reason': fact('不再处理的原因', { kind: 'long-text' }),
  },
  clocks: {
    inform: {
      title: '告知违法事实',
      term: { parameter: 'non-site.inform-term' },
      rolls: true,
      missed: 'warning',
      basis: `${LAW}第三款`,
    },
  },
  stages: {
    recorded: {
      title: '审核记录',
      actions: {
        tell: {
          title: '告知违法事实，提供查询',
          by: 'handler',
          asks: ['query', 'statement-way'],
          gates: [recordInEvidence],
          issues: ['non-site-notice'],
          opens: 'delivery',
          meets: ['inform'],
          to: 'told',
          basis: `${LAW}第三款`,
        },
        'add-record': {
          title: '加入审核通过的记录',
          by: 'handler',
          adds: 'evidence',
          gates: [evidenceGiven, recordReviewed],
          records: [{ scene: 'evidence-taking', duty: 'as-needed' }],
          basis: `${LAW}第二款`,
        },
        drop,
        'open-recusal': openRecusal,
        ...HANDLING,
      },
    },
    told: {
      title: '已告知',
      actions: {
        punish: {
          title: '转行政处罚',
          by: 'handler',
          gates: [factsTold, statementReviewed, recusalSettled],
          to: 'punished',
          basis: `${LAW}第三款`,
        },
        hear: {
          title: '记录陈述、申辩和复核意见',
          by: 'handler',
          asks: ['statement', 'heard'],
          basis: `${LAW}第三款`,
        },
        drop,
        'open-recusal': openRecusal,
        ...HANDLING,
      },
    },
    punished: { title: '转行政处罚', ends: 'to-penalty', actions: {} },
    dropped: { title: '不再处理', ends: 'dropped', actions: {} },
  },
})
