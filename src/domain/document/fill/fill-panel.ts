import type { PanelBlock } from '../merge-blocks.ts'
import { section } from './course.ts'
import { proposalSection } from './fill-report.ts'
import { dateIn, type Filler, type Filling, holdsIn, nameOf, peopleIn, textIn } from './filling.ts'
import { itemsOfCase, violationBlocks } from './violation-blocks.ts'
import { dateInWords, paragraphsOf, withoutStop } from './wording.ts'

const REASONS = [
  ['is-complicated', '情节复杂'],
  ['is-major', '重大违法行为'],
] as const

/** 机关负责人集体讨论记录 (行政处罚法第五十七条第二款). */
export const fillPanel: Filler = (filling) => {
  const { run, root } = filling
  const one = (name: string) => ({ name: nameOf(filling, peopleIn(run, name)[0]) })
  const items = itemsOfCase(filling, 'decided')
  const grounds = REASONS.filter(([name]) => holdsIn(root, name)).map(([, text]) => text)
  return {
    violations: violationBlocks(filling, 'decided'),
    sections: [
      ...proposalSection(filling),
      ...section('proposal', '处理建议', items.length > 0 ? [`拟作出如下行政处罚：${items.join('')}`] : []),
    ],
    panel: {
      startedAt: dateInWords(dateIn(run, 'discussed-on')),
      place: textIn(run, 'panel-place'),
      host: one('panel-host'),
      reporter: one('reporter'),
      recorder: one('recorder'),
      members: peopleIn(run, 'attendees').map((id) => ({ name: nameOf(filling, id) })),
      observers: textIn(run, 'observers')
        .split(/[、，,；;]/u)
        .map((name) => ({ name: name.trim() }))
        .filter(({ name }) => name !== ''),
      ...(grounds.length > 0 && { reason: `${grounds.join('、')}（行政处罚法第五十七条第二款）` }),
      report: paragraphsOf(textIn(root, 'facts-found')).join(''),
      opinions: opinionsOf(filling),
      conclusion: textIn(run, 'conclusion'),
    },
  }
}

const OPINION = /^([^，,：:]{1,20})[，,：:]\s*(.+)$/u

/** One line a head: 姓名，意见，理由. */
function opinionsOf({ run }: Filling): PanelBlock['opinions'] {
  return paragraphsOf(textIn(run, 'opinions')).map((line) => {
    const [, name = '', opinion = withoutStop(line)] = OPINION.exec(line) ?? []
    return { name, opinion }
  })
}
