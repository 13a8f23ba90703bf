import { hasHandled, isRecused } from '../../access/acting.ts'
import { type Matter, refuseStaff } from '../../agency/entrusted-staff.ts'
import { officeDateOf } from '../../calendar/due-at.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { kindOf } from '../../procedure/kind-of.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import type { Person } from '../environment.ts'
import { rootRun } from '../state.ts'
import { type CaseView, factOf, peopleOf } from '../view.ts'

/** Qualified on the day of the act: on staff, with an enforcement certificate that is valid that day (处罚法第四十二条), and within the letter of who is entrusted (第二十条第四款). */
export function isQualified(person: Person | undefined, on: PlainDate, matter?: Matter): boolean {
  if (person?.employment !== 'staff' || refuseStaff(person, on, matter) !== undefined) return false
  return person.certificates.some(
    (held) =>
      held.kind === 'enforcement' && held.state === 'valid' && held.validFromOn <= on && on <= held.validUntilOn,
  )
}

/** Two different officers whom this fact names, both qualified on the day on which the act began, also when it is written up later. */
export function twoQualified(fact: string): Gate {
  return {
    id: 'two-qualified-officers',
    basis: '《行政处罚法》第四十二条',
    judgesInput: true,
    field: fact,
    refuse: (view) => refuseOfficers(view, peopleOf(view, fact), dayOfAct(view)),
  }
}

function dayOfAct(view: CaseView): PlainDate {
  const beganAt = factOf(view, 'began-at')
  return typeof beganAt === 'string' ? officeDateOf(beganAt) : view.env.today
}

/** The people who handle the case are enough to act at all today. */
export const handlersQualified: Gate = {
  id: 'handlers-qualified',
  basis: '《行政处罚法》第四十二条',
  refuse: (view) => refuseOfficers(view, view.state.handlers),
}

/** Nothing when two different officers of the agency act, all of them qualified on that day; or who is missing. */
export function refuseOfficers(
  view: CaseView,
  ids: readonly string[],
  on: PlainDate = view.env.today,
): string | undefined {
  const people = [...new Set(ids)].map((id) => view.env.person(id))
  const matter = matterOf(view)
  const qualified = people.filter((person) => person?.agency === view.state.agency && isQualified(person, on, matter))
  const missing = 2 - qualified.length
  if (missing <= 0 && qualified.length === people.length) return undefined
  const unqualified = people.flatMap((person) => (person && !qualified.includes(person) ? [person] : []))
  const day = on === view.env.today ? '今天' : `在 ${on} `
  const why = whyUnqualified(unqualified, day, (person) => refuseStaff(person, on, matter))
  return missing > 0 ? `还差${missing === 2 ? '两' : '一'}名有资格的执法人员${why}` : `请换下没有资格的人员${why}`
}

function matterOf({ env, state }: CaseView): Matter {
  const { procedure, version } = rootRun(state)
  return { kind: kindOf(getProcedure(env.procedures, procedure, version)), item: state.item?.name }
}

/** Those of an entrusted organisation are told its term or its items, the others their certificate. */
function whyUnqualified(
  people: readonly Person[],
  day: string,
  outside: (person: Person) => string | undefined,
): string {
  const others = people.filter((person) => outside(person) === undefined).map(({ name }) => name)
  const entrusted = people.flatMap((person) => {
    const sentence = outside(person)
    return sentence === undefined ? [] : [`${day}${person.name}${sentence}，见行政处罚法第二十条第四款`]
  })
  const said = [...(others.length > 0 ? [`${others.join('、')}${day}没有本机关的执法资格`] : []), ...entrusted]
  return said.length > 0 ? `（${said.join('；')}）` : ''
}

/** Two people of the agency, as a site check of a licence needs (许可法第三十四条第三款). */
export function twoPeople(fact: string): Gate {
  return {
    id: 'two-people',
    basis: '《行政许可法》第三十四条第三款',
    judgesInput: true,
    field: fact,
    refuse: (view) => (new Set(peopleOf(view, fact)).size >= 2 ? undefined : '核查应当指派两名以上工作人员'),
  }
}

/** Only the principal head, or who stands in for him, decides on a transfer (移送规定第五条). */
export const principalHead: Gate = {
  id: 'principal-head',
  basis: '《行政执法机关移送涉嫌犯罪案件的规定》第五条',
  refuse: (view) =>
    view.actor.posts.some((post) => post.role === 'agency-head' && post.isPrincipal)
      ? undefined
      : '由本机关正职负责人或者主持工作的负责人决定',
}

/** Nobody who investigated or examined the case hears it (处罚法第六十四条第四项，许可法第四十八条第一款第三项). */
export function hostNotHandler(basis: Basis, sentence: string): Gate {
  return {
    id: 'host-not-handler',
    basis,
    judgesInput: true,
    field: 'host',
    refuse: (view) => {
      const hosts = peopleOf(view, 'host')
      if (hosts.length !== 1) return '请指定一名听证主持人'
      if (hosts.some((id) => view.env.person(id)?.agency !== view.state.agency)) return '听证主持人由本机关人员担任'
      if (hosts.some((id) => isRecused({ id }, view.state))) return '已经决定回避的人不能主持听证，请另指定主持人'
      return hosts.some((id) => hasHandled({ id }, view.state)) ? `${sentence}，请另指定主持人` : undefined
    },
  }
}
