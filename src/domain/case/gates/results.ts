import type { Concern, Gate } from '../../procedure/definition.ts'
import { resultOf } from '../concerned.ts'
import { facesPenalty, isPenalised, isUndecided, PENALTY_PROPOSAL, proposalOf } from '../proposal.ts'
import { type CaseView, deliveredOn } from '../view.ts'

/** Each party is decided once; what has been decided is changed by a procedure of its own. */
export const undecided: Concern = {
  id: 'undecided',
  basis: '《行政处罚法》第五十七条第一款',
  holds: ({ run }, party) => isUndecided(run, party),
  none: '对全部当事人都已经作出决定',
}

export const penaltyProposed: Concern = {
  id: 'penalty-proposed',
  basis: '《行政处罚法》第五十七条第一款第一项',
  holds: ({ run }, party) => isUndecided(run, party) && proposalOf(run, party) === PENALTY_PROPOSAL,
  none: '处理意见是不予处罚或者撤销，不能作出处罚决定',
}

/** The way of no penalty is open for those for whom it is proposed on that very ground. */
export function noPenaltyProposed(ground: string): Concern {
  return {
    id: 'no-penalty-proposed',
    basis: '《行政处罚法》第五十七条第一款',
    holds: ({ run }, party) => isUndecided(run, party) && proposalOf(run, party) === ground,
    none: `拟稿的处理意见不是“${ground}”`,
  }
}

/** Those who were punished have something to perform; a decision from before each party had its result binds all. */
export const penalised: Concern = {
  id: 'penalised',
  basis: '《行政处罚法》第六十六条',
  holds: ({ run }, party) => isPenalised(run, party),
  none: '没有当事人受到处罚，不需要转入执行',
}

export const nobodyPenalised: Gate = {
  id: 'nobody-penalised',
  basis: '《行政处罚法》第六十六条',
  refuse: (view) => {
    const names = view.state.parties.filter(({ id }) => isPenalised(view.run, id)).map(({ name }) => name)
    return names.length === 0 ? undefined : `${names.join('、')}受到处罚，须先转入执行`
  },
}

export const noPenaltyInMind: Gate = {
  id: 'no-penalty-in-mind',
  basis: '《行政处罚法》第五十七条第一款',
  refuse: (view) => {
    const facing = view.parties.filter(({ id }) => isUndecided(view.run, id) && facesPenalty(view.run, id))
    if (facing.length === 0) return undefined
    return view.state.parties.length === 1
      ? '处理意见是给予处罚，须先告知当事人'
      : `对${facing.map(({ name }) => name).join('、')}的处理意见是给予处罚，须先告知当事人`
  },
}

/** Once one party has its decision, the case can no longer end or leave for all. */
export const nothingDecided: Gate = {
  id: 'nothing-decided',
  basis: '《行政处罚法》第五十七条第一款',
  refuse: (view) => {
    const decided = view.state.parties.filter(({ id }) => resultOf(view.run, id) !== undefined)
    return decided.length === 0
      ? undefined
      : `对${decided.map(({ name }) => name).join('、')}已经作出决定，不能再对全案这样处理；其余当事人请分别处理`
  },
}

/** Before anything is decided the whole case waits for the police; afterwards what was decided goes on beside. */
export const somethingDecided: Gate = {
  id: 'something-decided',
  basis: '《行政执法机关移送涉嫌犯罪案件的规定》第十一条',
  refuse: ({ state, run }) =>
    state.parties.some(({ id }) => resultOf(run, id) !== undefined)
      ? undefined
      : '还没有作出决定，请在调查、告知、陈述申辩或者拟稿环节报请移送，案件等待结果',
}

/** A proposal is made more lenient without a new notice; a penalty is never proposed this way (处罚法第四十四条、第四十五条第二款). */
export const onlyMoreLenient: Gate = {
  id: 'only-more-lenient',
  basis: '《行政处罚法》第四十四条、第四十五条第二款',
  judgesInput: true,
  refuse: (view) => {
    const harsher = view.parties.filter(({ id }) => isNewlyPenalised(view, id))
    return harsher.length === 0
      ? undefined
      : `对${harsher.map(({ name }) => name).join('、')}给予处罚须先告知，请用“改变处理意见”`
  },
}

function isNewlyPenalised(view: CaseView, party: string): boolean {
  return proposalOf(view.run, party) === PENALTY_PROPOSAL && deliveredOn(view, 'penalty-notice', party) === undefined
}

const DECISIONS = ['penalty-decision', 'no-penalty-decision']

/** Each party has the decision that was made on it. */
export const decisionsDelivered: Gate = {
  id: 'decisions-delivered',
  basis: '《行政处罚法》第六十一条',
  refuse: (view) => {
    const { today } = view.env
    const days = (party: string) => DECISIONS.flatMap((code) => deliveredOn(view, code, party) ?? [])
    const without = view.state.parties.filter(({ id }) => !days(id).some((on) => on <= today))
    return without.length === 0 ? undefined : `${without.map(({ name }) => name).join('、')}的决定书还没有送达`
  },
}
