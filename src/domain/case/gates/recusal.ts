import { isRecused } from '../../access/acting.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, peopleOf, textOf } from '../view.ts'

const BASIS = '《行政处罚法》第四十三条'

function recused(view: CaseView): readonly string[] {
  return peopleOf(view, 'recused')
}

function isHead(view: CaseView): boolean {
  return recused(view).some((id) => view.env.person(id)?.posts.some(({ role }) => role === 'agency-head'))
}

function isHandlerAsked(view: CaseView): boolean {
  return recused(view).some((id) => view.state.handlers.includes(id))
}

function isDecidedTogether(view: CaseView): boolean {
  return isHead(view) && parameterValueOf(view.env.parameters, 'recusal.heads-together', view.env.today)
}

export const onePersonNamed: Gate = {
  id: 'one-person-named',
  basis: BASIS,
  judgesInput: true,
  field: 'recused',
  refuse: (view) => {
    const [id, ...others] = recused(view)
    if (id === undefined || others.length > 0) return '一份申请写一名被申请回避的人，几名的分别申请'
    return view.env.person(id)?.agency === view.state.agency ? undefined : '被申请回避的人不是本机关人员'
  },
}

export const appliedByToday: Gate = {
  id: 'applied-by-today',
  basis: BASIS,
  judgesInput: true,
  field: 'applied-on',
  refuse: (view) => (textOf(view, 'applied-on') > view.env.today ? '申请日期不能晚于今天' : undefined),
}

/** Nobody decides about standing aside themselves. */
export const decidedByAnother: Gate = {
  id: 'decided-by-another',
  basis: BASIS,
  refuse: (view) => (recused(view).includes(view.actor.id) ? '本人的回避由他人决定' : undefined),
}

/** One head decides about officers; about a head the heads decide together where the place says so. */
export const notAboutHead: Gate = {
  id: 'not-about-head',
  basis: BASIS,
  refuse: (view) => (isDecidedTogether(view) ? '机关负责人的回避由负责人集体讨论决定' : undefined),
}

export const aboutHead: Gate = {
  id: 'about-head',
  basis: BASIS,
  refuse: (view) => (isDecidedTogether(view) ? undefined : '执法人员的回避由机关负责人决定，不用集体讨论'),
}

/** Who is asked to stand aside does not sit when it is discussed. */
export const absentFromDiscussion: Gate = {
  id: 'absent-from-discussion',
  basis: BASIS,
  judgesInput: true,
  field: 'attendees',
  refuse: (view) =>
    recused(view).some((id) => peopleOf(view, 'attendees').includes(id)) ? '被申请回避的人不参加讨论' : undefined,
}

export const handlerReplaced: Gate = {
  id: 'handler-replaced',
  basis: BASIS,
  refuse: (view) => (isHandlerAsked(view) ? '被申请回避的是承办人员，请用“决定回避，更换承办人员”' : undefined),
}

export const aboutHandler: Gate = {
  id: 'about-handler',
  basis: BASIS,
  refuse: (view) => (isHandlerAsked(view) ? undefined : '被申请回避的不是承办人员，不用更换承办人员'),
}

/** Who stands aside does not come back as a handler. */
export const recusedLeftOut: Gate = {
  id: 'recused-left-out',
  basis: BASIS,
  judgesInput: true,
  field: 'handlers',
  refuse: (view) => {
    const out = peopleOf(view, 'handlers').find((id) => recused(view).includes(id) || isRecused({ id }, view.state))
    return out && `${view.env.person(out)?.name ?? ''}回避本案，请另选承办人员`
  },
}
