import type { Gate } from '../../procedure/definition.ts'
import { childrenOf, factOf, peopleOf } from '../view.ts'

/** At least two heads sit, every one of them by post (处罚法第五十七条第二款：负责人集体). */
export const panelQuorum: Gate = {
  id: 'panel-quorum',
  basis: '《行政处罚法》第五十七条第二款',
  judgesInput: true,
  field: 'attendees',
  refuse: (view) => {
    const attendees = [...new Set(peopleOf(view, 'attendees'))].map((id) => view.env.person(id))
    const isHead = (person: (typeof attendees)[number]) =>
      person?.posts.some((post) => post.role === 'panel' || post.role === 'agency-head') === true
    const stranger = attendees.find((person) => !isHead(person))
    if (attendees.length < 2) return '集体讨论至少有两名机关负责人出席'
    if (stranger) return `${stranger.name}不是机关负责人，不列为出席的负责人`
    const on = factOf(view, 'discussed-on')
    return typeof on === 'string' && on > view.env.today ? '讨论日期不能晚于今天' : undefined
  },
}

export const noPanelOpen: Gate = {
  id: 'no-panel-open',
  basis: '《行政处罚法》第五十七条第二款',
  refuse: (view) => (childrenOf(view, 'panel').some((run) => !run.endedOn) ? '集体讨论正在进行' : undefined),
}
