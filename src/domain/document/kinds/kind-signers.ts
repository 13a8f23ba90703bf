/** Who signs a kind of paper, and what is done when somebody refuses. */
export type KindSigners = {
  /** What the paper calls the person whose word it holds; absent where only the office signs. */
  readonly party?: string
  /** What it calls the officers who sign, and how many of them the law wants. */
  readonly officers?: { readonly called: string; readonly count: number }
  /** Somebody who may see it happen and sign for that. */
  readonly witness?: string
  /** Where the law speaks of the signature, or of its refusal. */
  readonly basis: string
}

const COERCION = '《行政强制法》第十八条第八项、第九项'
const DELIVERY = '《民事诉讼法》第八十七条、第八十九条'
const QUESTIONS = '《行政处罚法》第五十五条第二款'
const HEARING = '《行政处罚法》第六十四条第八项'
const ON_THE_SPOT = '《行政处罚法》第五十二条'
const EVIDENCE = '《行政处罚法》第五十六条'
const FIND = '《行政处罚法》第四十六条'
const OFFICERS = { called: '执法人员', count: 2 }

const onSite = (party: string, basis: string): KindSigners => ({ party, officers: OFFICERS, witness: '见证人', basis })
const received = (basis: string): KindSigners => ({ party: '签收人', witness: '见证人', basis })
const declared = (party: string, basis: string): KindSigners => ({ party, basis })

const handedOver: KindSigners = {
  officers: { called: '交付人、接收人', count: 2 },
  basis: '《行政强制法》第二十六条',
}

/** By the code of the kind; what does not stand here is not signed on a screen. */
export const KIND_SIGNERS: Readonly<Record<string, KindSigners>> = {
  'inquiry-record': {
    party: '被询问人',
    officers: { called: '询问人', count: 2 },
    witness: '见证人',
    basis: QUESTIONS,
  },
  'scene-record': onSite('当事人', QUESTIONS),
  'inspection-record': onSite('被检查人', QUESTIONS),
  'survey-record': onSite('当事人', QUESTIONS),
  'non-cooperation-record': { officers: OFFICERS, witness: '见证人', basis: QUESTIONS },
  'evidence-extraction': onSite('提供人', FIND),
  'electronic-evidence-record': onSite('当事人', FIND),
  'statement-record': declared('陈述申辩人', '《行政处罚法》第四十五条'),
  'hearing-record': { party: '当事人', officers: { called: '主持人、书记员', count: 2 }, basis: HEARING },
  'panel-record': {
    officers: { called: '出席的负责人', count: 2 },
    basis: '《行政处罚法》第五十七条第二款',
  },
  'licence-statement-record': declared('申请人、利害关系人', '《行政许可法》第三十六条'),
  'delivery-address': declared('受送达人', '《行政处罚法》第六十一条第二款'),
  'preservation-list': onSite('当事人', EVIDENCE),
  'sampling-record': onSite('当事人', EVIDENCE),
  'coercion-record': onSite('当事人', COERCION),
  'seizure-list': onSite('当事人', '《行政强制法》第二十四条'),
  'freeze-record': { officers: OFFICERS, witness: '见证人', basis: COERCION },
  'return-list': onSite('领取人', '《行政强制法》第二十八条第二款'),
  'execution-record': onSite('当事人', '《行政强制法》第五十一条第一款第四项'),
  'execution-agreement': declared('当事人', '《行政强制法》第四十二条'),
  'destruction-record': {
    officers: { called: '监督人员', count: 2 },
    witness: '见证人',
    basis: '《行政处罚法》第七十四条',
  },
  'requisition-list': onSite('被征用人', '《突发事件应对法》第十二条'),
  'requisition-return': onSite('被征用人', '《突发事件应对法》第十二条'),
  'licence-verification': onSite('申请人', '《行政许可法》第三十四条第三款'),
  'licence-supervision-record': onSite('被许可人', '《行政许可法》第六十一条第二款'),
  'licence-certificate': {
    party: '领取人',
    officers: { called: '颁发人', count: 1 },
    basis: '《行政许可法》第四十四条',
  },
  'licence-hearing-record': {
    party: '听证参加人',
    officers: { called: '主持人、记录人', count: 2 },
    basis: '《行政许可法》第四十八条第一款第五项',
  },
  'store-in-record': handedOver,
  'store-move-record': handedOver,
  'store-out-record': handedOver,
  'sale-record': handedOver,
  'hand-over-record': handedOver,
  'summary-decision': { party: '当事人', officers: OFFICERS, witness: '见证人', basis: ON_THE_SPOT },
  'penalty-notice': received(DELIVERY),
  'hearing-right-notice': received(DELIVERY),
  'non-site-notice': received(DELIVERY),
  'inspection-notice': received(DELIVERY),
  'preservation-notice': received(DELIVERY),
  'delivery-receipt': {
    party: '受送达人（收件人）',
    officers: { called: '送达人', count: 2 },
    witness: '见证人',
    basis: DELIVERY,
  },
}
