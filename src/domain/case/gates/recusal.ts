import { isRecused } from '../../access/acting.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { findRun } from '../state.ts'
import { type CaseView, peopleOf, textOf } from '../view.ts'

const PENALTY: Basis = '《行政处罚法》第四十三条'

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

export function onePersonNamed(basis: Basis): Gate {
  return {
    id: 'one-person-named',
    basis,
    judgesInput: true,
    field: 'recused',
    refuse: (view) => {
      const [id, ...others] = recused(view)
      if (id === undefined || others.length > 0) return '一份申请写一名被申请回避的人，几名的分别申请'
      return view.env.person(id)?.agency === view.state.agency ? undefined : '被申请回避的人不是本机关人员'
    },
  }
}

export function appliedByToday(basis: Basis): Gate {
  return {
    id: 'applied-by-today',
    basis,
    judgesInput: true,
    field: 'applied-on',
    refuse: (view) => (textOf(view, 'applied-on') > view.env.today ? '申请日期不能晚于今天' : undefined),
  }
}

/** Nobody decides about standing aside themselves. */
export function decidedByAnother(basis: Basis): Gate {
  return {
    id: 'decided-by-another',
    basis,
    refuse: (view) => (recused(view).includes(view.actor.id) ? '本人的回避由他人决定' : undefined),
  }
}

/** One head decides about officers; about a head the heads decide together where the place says so. */
export const notAboutHead: Gate = {
  id: 'not-about-head',
  basis: PENALTY,
  refuse: (view) => (isDecidedTogether(view) ? '机关负责人的回避由负责人集体讨论决定' : undefined),
}

export const aboutHead: Gate = {
  id: 'about-head',
  basis: PENALTY,
  refuse: (view) => (isDecidedTogether(view) ? undefined : '执法人员的回避由机关负责人决定，不用集体讨论'),
}

/** Who is asked to stand aside does not sit when it is discussed. */
export const absentFromDiscussion: Gate = {
  id: 'absent-from-discussion',
  basis: PENALTY,
  judgesInput: true,
  field: 'attendees',
  refuse: (view) =>
    recused(view).some((id) => peopleOf(view, 'attendees').includes(id)) ? '被申请回避的人不参加讨论' : undefined,
}

export function handlerReplaced(basis: Basis): Gate {
  return {
    id: 'handler-replaced',
    basis,
    refuse: (view) => (isHandlerAsked(view) ? '被申请回避的是承办人员，请用“决定回避，更换承办人员”' : undefined),
  }
}

export function aboutHandler(basis: Basis): Gate {
  return {
    id: 'about-handler',
    basis,
    refuse: (view) => (isHandlerAsked(view) ? undefined : '被申请回避的不是承办人员，不用更换承办人员'),
  }
}

/** Who stands aside does not come back as a handler. */
export function recusedLeftOut(basis: Basis): Gate {
  return {
    id: 'recused-left-out',
    basis,
    judgesInput: true,
    field: 'handlers',
    refuse: (view) => {
      const out = peopleOf(view, 'handlers').find((id) => recused(view).includes(id) || isRecused({ id }, view.state))
      return out && `${view.env.person(out)?.name ?? ''}回避本案，请另选承办人员`
    },
  }
}

/** In the hearing that opened it: its host, and nobody else. */
export function hostNamed(basis: Basis): Gate {
  return {
    id: 'host-named',
    basis,
    judgesInput: true,
    field: 'recused',
    refuse: (view) => {
      const hosts = findRun(view.state, view.run.parent ?? '')?.facts.case.host
      const isHost = Array.isArray(hosts) && recused(view).every((id) => (hosts as readonly string[]).includes(id))
      return isHost ? undefined : '这里申请听证主持人回避；其他人员的回避在案件里申请'
    },
  }
}
