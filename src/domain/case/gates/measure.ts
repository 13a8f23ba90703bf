import { lettersOf } from '../../agency/entrusted-staff.ts'
import { officeDateOf } from '../../calendar/due-at.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, factOf, holds, peopleOf, textOf } from '../view.ts'
import { isQualified } from './people.ts'

/** Who has signed the record and the list; the law wants one of these noted (强制法第十八条第八项、第九项). */
export const SIGNATURES = {
  both: '当事人和执法人员已签名',
  refused: '当事人拒绝签名，已注明',
  witness: '当事人不在场，见证人和执法人员已签名',
} as const

/** Two officers of the agency, both qualified on the day of the measure; power to take measures is never entrusted (强制法第十七条). */
export const twoOfficersSeize: Gate = {
  id: 'two-officers-seize',
  basis: '《行政强制法》第十八条第二项',
  judgesInput: true,
  field: 'officers',
  refuse: (view) => {
    const people = [...new Set(peopleOf(view, 'officers'))].map((id) => view.env.person(id))
    const entrusted = people.find((person) => person !== undefined && lettersOf(person).length > 0)
    if (entrusted)
      return `${entrusted.name}是受委托组织的人员，行政强制措施权不得委托（行政强制法第十七条第一款），请换本机关人员`
    const qualified = people.filter(
      (person) => person?.agency === view.state.agency && isQualified(person, dayOf(view)),
    )
    return qualified.length >= 2 && qualified.length === people.length
      ? undefined
      : '应当由两名以上有执法资格的人员实施'
  },
}

function dayOf(view: CaseView): PlainDate {
  const beganAt = factOf(view, 'began-at')
  return typeof beganAt === 'string' ? officeDateOf(beganAt) : view.env.today
}

type Excuse = (view: CaseView) => boolean

/** A step that was taken, or that could not be because nobody was there. */
function step(id: string, fact: string, basis: Gate['basis'], sentence: string, excuse: Excuse = () => false): Gate {
  const refuse = (view: CaseView) => (holds(view, fact) || excuse(view) ? undefined : sentence)
  return { id, basis, judgesInput: true, field: fact, refuse }
}

const isAbsent: Excuse = (view) => factOf(view, 'party-present') === false

export const identityShown = step(
  'identity-shown',
  'identity-shown',
  '《行政强制法》第十八条第三项',
  '实施前应当出示执法身份证件',
)
export const partyCalled = step(
  'party-called',
  'party-called',
  '《行政强制法》第十八条第四项',
  '应当通知当事人到场；当事人不到场的，也要先通知',
)
export const rightsTold = step(
  'rights-told',
  'rights-told',
  '《行政强制法》第十八条第五项',
  '应当当场告知采取措施的理由、依据以及当事人依法享有的权利、救济途径',
  isAbsent,
)
export const statementHeard = step(
  'statement-heard',
  'statement-heard',
  '《行政强制法》第十八条第六项',
  '应当听取当事人的陈述和申辩',
  isAbsent,
)
export const otherSteps = step(
  'other-steps',
  'other-steps',
  '《行政强制法》第十八条第十项',
  '法律、法规规定的其他程序还没有履行',
)
export const relatedOnly = step(
  'related-only',
  'is-related',
  '《行政强制法》第二十三条第一款',
  '查封、扣押限于涉案的场所、设施或者财物，与违法行为无关的请从清单中去掉',
)
export const noNecessities = step(
  'no-necessities',
  'no-necessities',
  '《行政强制法》第二十三条第一款',
  '不得查封、扣押公民个人及其所扶养家属的生活必需品，请从清单中去掉',
)
export const notSealedBefore = step(
  'not-sealed-before',
  'not-sealed-before',
  '《行政强制法》第二十三条第二款',
  '已被其他国家机关依法查封的，不得重复查封，请从清单中去掉',
)
export const copiesHanded = step(
  'copies-handed',
  'copies-handed',
  '《行政强制法》第二十四条',
  '决定书和清单应当当场交付，清单一式二份，由当事人和本机关分别保存',
  isAbsent,
)

/** Where the party is not there, somebody else signs (强制法第十八条第九项). */
export const witnessedIfAbsent: Gate = {
  id: 'witnessed-if-absent',
  basis: '《行政强制法》第十八条第九项',
  judgesInput: true,
  field: 'witness',
  refuse: (view) =>
    holds(view, 'party-present') || textOf(view, 'witness') !== ''
      ? undefined
      : '当事人不到场的，应当邀请见证人到场，并写明见证人',
}

/** Who signed fits who was there; a refusal to sign is noted (强制法第十八条第八项、第九项). */
export const recordSigned: Gate = {
  id: 'record-signed',
  basis: '《行政强制法》第十八条第八项、第九项',
  judgesInput: true,
  field: 'signed',
  refuse: (view) => {
    const isByWitness = textOf(view, 'signed') === SIGNATURES.witness
    if (isByWitness === isAbsent(view)) return undefined
    return isByWitness
      ? '当事人到场的，由当事人和执法人员签名；拒绝签名的，选择“当事人拒绝签名，已注明”'
      : '当事人不到场的，由见证人和执法人员在现场笔录上签名'
  },
}

/** How long the test takes is said beforehand, to the party too (强制法第二十五条第三款). */
export const testPeriodStated: Gate = {
  id: 'test-period-stated',
  basis: '《行政强制法》第二十五条第三款',
  judgesInput: true,
  field: 'test-until',
  refuse: (view) =>
    textOf(view, 'test-until') > view.env.today ? undefined : '检测、鉴定的期间应当明确，预计结束日期应当晚于今天',
}
