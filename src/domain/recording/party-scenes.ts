import type { Scene } from './scene.ts'
import { SAN_XIANG_ZHI_DU as BASIS } from './scene-basis.ts'

const SOURCE = { basis: BASIS, verified: false } as const

/** What is said and handed to the party. */
export const PARTY_SCENES = {
  'rights-waiver': {
    title: '口头放弃陈述、申辩或者听证',
    kind: '行政处罚',
    item: '听取陈述、申辩',
    startsWith: '执法人员表明身份、说明已经送达的告知书',
    shows: '当事人身份、告知的权利、当事人明确表示放弃的原话',
    endsWith: '当事人确认',
    media: ['video', 'audio'],
    duty: 'must',
    retention: '永久',
    phrases: [
      '告知书已经送达给您。您有权陈述和申辩；符合条件的，有权要求听证。',
      '您是否要求陈述、申辩？是否要求听证？请明确回答。',
      '您刚才明确表示放弃（内容），是不是您的真实意思？',
    ],
    basis: '《行政处罚法》第六十二条',
    verified: true,
  },
  hearing: {
    title: '举行听证',
    kind: '行政处罚、行政许可',
    item: '听证',
    startsWith: '主持人核对参加人身份、宣布听证开始',
    shows: '宣布事由和纪律、告知权利、调查人员和当事人的陈述、质证、辩论、最后陈述',
    endsWith: '主持人宣布听证结束，参加人核对笔录签字',
    media: ['video', 'audio'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '现在核对听证参加人的身份。……听证公开举行，全程录音录像。',
      '当事人有权申请主持人、记录员回避，有权陈述、申辩、质证。当事人是否申请回避？',
      '请调查人员陈述违法事实、证据、处罚建议和依据。……请当事人申辩和质证。',
      '请双方作最后陈述。……听证结束，请核对笔录，无误后签名。',
    ],
    ...SOURCE,
  },
  'delivery-by-leaving': {
    title: '留置送达',
    kind: '各类执法',
    item: '送达',
    startsWith: '送达人员抵达住所、表明身份',
    shows: '住所门牌、说明来意、文书名称和文号、拒收的情形、文书留置的位置',
    endsWith: '文书留置完毕，送达人员离开',
    media: ['video', 'photo'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '我们是（机关名称）的工作人员，现向您送达（文书名称、文号），请您签收。',
      '您拒绝签收。依照民事诉讼法第八十九条，我们把文书留在您的住所，并录像记录送达过程，即视为送达。',
    ],
    ...SOURCE,
  },
  'delivery-by-announcement': {
    title: '公告送达',
    kind: '各类执法',
    item: '送达',
    startsWith: '张贴公告前',
    shows: '张贴的位置和周围环境、公告全文、张贴日期；网页或者报纸公告的，页面和版面',
    endsWith: '张贴完毕',
    media: ['photo', 'video'],
    duty: 'as-needed',
    retention: '永久',
    phrases: ['现在在（地点）张贴（文书名称、文号）的公告，自发出公告之日起经过三十日视为送达。'],
    ...SOURCE,
  },
  'licence-verification': {
    title: '许可现场核查',
    kind: '行政许可',
    item: '实质内容核实',
    startsWith: '核查人员抵达现场、表明身份',
    shows: '出示证件、核查的场所和设施、与申请材料的对照、申请人签字',
    endsWith: '核查人员和申请人在核查记录上签字',
    media: ['video', 'photo'],
    duty: 'as-needed',
    retention: '30年',
    phrases: [
      '我们是（机关名称）的核查人员（姓名、姓名），依法对您的申请进行现场核查，过程录像。',
      '这是核查记录，请您核对，有意见的可以写明；没有异议的，请签名。',
    ],
    ...SOURCE,
  },
} as const satisfies Readonly<Record<string, Scene>>
