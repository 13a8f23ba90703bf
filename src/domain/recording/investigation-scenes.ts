import type { Scene } from './scene.ts'
import { SAN_XIANG_ZHI_DU as BASIS } from './scene-basis.ts'

const SOURCE = { basis: BASIS, verified: false } as const

/** What is seen, asked and taken in an investigation. */
export const INVESTIGATION_SCENES = {
  'on-site-inspection': {
    title: '现场检查、勘验',
    kind: '行政检查、行政处罚',
    item: '现场检查',
    startsWith: '执法人员抵达现场、表明身份',
    shows: '出示执法证件、告知事由和权利、检查的部位和过程、发现的物品和状态、当事人在场情况、笔录核对签字',
    endsWith: '当事人或者见证人在笔录上签字，执法人员离开现场',
    media: ['video', 'photo'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '您好，我们是（机关名称）的执法人员（姓名、姓名），这是我们的执法证件，请您查看。',
      '现在依法对您单位进行检查，检查过程录音录像，请您配合并安排人员到场。',
      '您有权要求执法人员回避，有权陈述和申辩。您是否申请回避？',
      '这是现场笔录，请您核对；有遗漏或者差错，可以补充、更正。没有异议的，请签名并注明日期。',
    ],
    ...SOURCE,
  },
  inquiry: {
    title: '询问',
    kind: '行政处罚',
    item: '调查询问',
    startsWith: '执法人员表明身份、告知权利义务',
    shows: '出示执法证件、被询问人身份、告知的内容、一问一答的全过程、笔录核对签字',
    endsWith: '被询问人逐页签名',
    media: ['video', 'audio'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '我们是（机关名称）的执法人员（姓名、姓名），证件请您查看。现在依法向您询问有关情况，询问过程录音录像。',
      '请您如实回答，并提供有关材料；与本案无关的问题，您可以不回答。您有权申请回避，有权陈述和申辩。',
      '请介绍一下您的姓名、身份和联系方式。',
      '以上笔录请您核对，与您所说一致的，请逐页签名。',
    ],
    ...SOURCE,
  },
  'evidence-taking': {
    title: '提取、固定证据',
    kind: '行政处罚',
    item: '调查取证',
    startsWith: '开始提取、复制或者拍照固定',
    shows: '证据的原貌、位置、提取或者复制的过程、封装和标记、提供人确认',
    endsWith: '提供人或者见证人签字确认',
    media: ['photo', 'video', 'audio'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '现在提取（复制）这份材料作为证据，提取过程录像，请您在场。',
      '复制件经与原件核对一致，请您签名，注明“与原件一致”和日期。',
    ],
    ...SOURCE,
  },
  sampling: {
    title: '抽样取证',
    kind: '行政处罚',
    item: '抽样取证',
    startsWith: '告知抽样，确定抽样对象',
    shows: '抽样对象的来源和批次、抽取的方法和数量、封样、双方签字',
    endsWith: '样品封存并在抽样单上签字',
    media: ['video', 'photo'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '现在依法对（物品名称）抽样取证，请您到场见证抽样、封样的全过程。',
      '样品已经封存，请您核对封条和数量，在抽样取证凭证和封条上签名。',
    ],
    ...SOURCE,
  },
  preservation: {
    title: '先行登记保存',
    kind: '行政处罚',
    item: '证据先行登记保存',
    startsWith: '宣读并送达先行登记保存通知书',
    shows: '当场清点物品、名称数量规格、封存和存放的状态、清单逐项核对签字',
    endsWith: '清单交付当事人，物品封存或者交接完毕',
    media: ['video', 'photo'],
    duty: 'as-needed',
    retention: '永久',
    phrases: [
      '证据可能灭失或者以后难以取得，经本机关负责人批准，依法对下列物品先行登记保存。',
      '现在当场清点，请您一同核对名称、规格、数量和状态。',
      '在七个工作日内本机关将作出处理决定；在此期间不得销毁或者转移这些物品。',
    ],
    ...SOURCE,
  },
} as const satisfies Readonly<Record<string, Scene>>
