import { textIn } from './filling.ts'
import { letterOf } from './letter.ts'
import { violationsOf } from './violation-blocks.ts'
import { listed, sentence } from './wording.ts'

/** 非现场执法违法事实告知书: what was recorded where, how to see it, how to answer (行政处罚法第四十一条第三款). */
export const fillNonSiteNotice = letterOf((filling) => ({
  opening: [
    `本机关依法设置的电子技术监控设备记录了下列情况，经本机关审核，你（单位）涉嫌${listed([...new Set(violationsOf(filling).map(({ cause }) => cause))]) || '违法'}，依据《中华人民共和国行政处罚法》第四十一条的规定，现予告知。`,
    sentence(textIn(filling.run, 'act')),
  ],
  facts: ['device', 'captured-at', 'place', 'image', 'query', 'statement-way'],
  closing: [
    `你（单位）有权查询上述记录，有权陈述和申辩，本机关不限制你（单位）的陈述权、申辩权。联系电话：${filling.agency.phone || '＿＿＿＿＿＿'}。`,
    '本告知书不是处罚决定。需要给予行政处罚的，本机关将依法另行告知拟作出的处罚内容。',
  ],
}))
