import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { referral } from '../jurisdiction-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { penalise, reachThree, SPARED, spare } from '../several-parties.ts'
import type { Rows } from './scenario.ts'

const CLOSURE = { case: { 'closure-note': '结案' } }

/** One of three has been penalised; the others are looked at again. */
function partlyDecided(office: LawOffice): LawOffice {
  reachThree(office)
  penalise(office)
  done(office.take('lin', 'back-to-draft'))
  return office
}

function investigatedAgain(office: LawOffice): LawOffice {
  partlyDecided(office)
  done(office.take('lin', 'notify-again'))
  done(office.take('lin', 'investigate-further'))
  return office
}

/** One case with several parties and several results. */
export const RESULTS: Rows = {
  'penalty-ordinary/withdraw-filing/nothing-decided': {
    says: '已经作出决定',
    run: (office) =>
      investigatedAgain(office).take('lin', 'withdraw-filing', { case: { 'withdrawal-reason': '证据不足' } }),
  },
  'penalty-ordinary/open-dispute/nothing-decided': {
    says: '已经作出决定',
    run: (office) => investigatedAgain(office).take('lin', 'open-dispute'),
  },
  'penalty-ordinary/refer/nothing-decided': {
    says: '已经作出决定',
    run: (office) => investigatedAgain(office).take('lin', 'refer', referral()),
  },
  'penalty-ordinary/propose-transfer/nothing-decided': {
    says: '已经作出决定',
    run: (office) => partlyDecided(office).take('lin', 'propose-transfer', { case: { 'crime-reason': '涉嫌犯罪' } }),
  },
  'penalty-ordinary/lighten-proposal/no-review-open': {
    says: '法制审核正在进行',
    run: (office) => {
      steps.reach(office, 'drafting')
      steps.draft(office)
      done(office.take('lin', 'submit-review'))
      return office.take('lin', 'lighten-proposal', { case: { proposal: PROPOSALS.minor, 'proposal-reason': '轻微' } })
    },
  },
  'penalty-ordinary/lighten-proposal/only-more-lenient': {
    says: '给予处罚须先告知',
    run: (office) => {
      reachThree(office)
      done(office.take('lin', 'back-to-draft'))
      return office.take('lin', 'lighten-proposal', { party: { [SPARED]: { 'own-proposal': PROPOSALS.penalty } } })
    },
  },
  'penalty-ordinary/begin-performance/penalised': {
    says: '没有当事人受到处罚',
    run: (office) => {
      steps.fileCase(office)
      done(steps.reachSpare(office, PROPOSALS.minor).take('lin', 'spare-minor'))
      office.agreeAll('zheng', 'wu')
      steps.deliverAll(office)
      return office.take('lin', 'begin-performance')
    },
  },
  'penalty-ordinary/close-no-penalty/nobody-penalised': {
    says: '受到处罚，须先转入执行',
    run: (office) => {
      reachThree(office)
      penalise(office)
      spare(office, 'spare-first')
      spare(office, 'spare-not-established')
      steps.deliverAll(office)
      return office.take('lin', 'close-no-penalty', CLOSURE)
    },
  },
}
