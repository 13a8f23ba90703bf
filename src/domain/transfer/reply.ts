import type { Basis } from '../procedure/definition.ts'

/** A body that takes part in transfers from outside. */
export type LiaisonOffice = 'police' | 'procuratorate' | 'supervisory'
export const LIAISON_OFFICES: Readonly<Record<LiaisonOffice, string>> = {
  police: '公安机关',
  procuratorate: '人民检察院',
  supervisory: '监察机关',
}

export const REPLY_KINDS = ['receipt', 'forwarded', 'filed', 'declined', 'opinion'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

export type ReplyRule = {
  readonly title: string
  readonly basis: Basis
  readonly offices: readonly LiaisonOffice[]
  /** Stages of the transfer in which it is due. */
  readonly stages: readonly string[]
  /** What is to be written. */
  readonly asks: string
}

const RULE = '《行政执法机关移送涉嫌犯罪案件的规定》'
const ANY_STAGE = [
  'not-approved',
  'approved',
  'sent',
  'declined',
  'reconsidered',
  'upheld',
  'supervised',
  'filed',
  'criminal',
  'not-filed',
  'returned',
  'convicted',
]

/** What each body may answer, and when; the agency takes it into the case by its own act. */
export const REPLY_RULES: Readonly<Record<ReplyKind, ReplyRule>> = {
  receipt: {
    title: '签收移送书回执',
    basis: `${RULE}第七条`,
    offices: ['police'],
    stages: ['sent'],
    asks: '签收的材料份数，缺少的材料',
  },
  forwarded: {
    title: '转送有管辖权的公安机关',
    basis: `${RULE}第七条`,
    offices: ['police'],
    stages: ['sent'],
    asks: '转送的公安机关和理由',
  },
  filed: {
    title: '决定立案',
    basis: `${RULE}第八条`,
    offices: ['police'],
    stages: ['sent', 'reconsidered', 'supervised'],
    asks: '立案决定书文号和日期',
  },
  declined: {
    title: '决定不予立案',
    basis: `${RULE}第八条`,
    offices: ['police'],
    stages: ['sent', 'reconsidered'],
    asks: '不予立案的理由，通知书文号和日期，退回的案卷材料',
  },
  opinion: {
    title: '提出监督意见',
    basis: `${RULE}第十四条`,
    offices: ['procuratorate', 'supervisory'],
    stages: ANY_STAGE,
    asks: '监督意见',
  },
}

export function replyTitle(kind: string): string {
  return REPLY_KINDS.some((known) => known === kind) ? REPLY_RULES[kind as ReplyKind].title : kind
}
