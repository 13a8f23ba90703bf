export { answerProposal } from './answer-proposal.ts'
export { openCase } from './open-case.ts'
export { performAction } from './perform-action.ts'
export { forgetStandingLaw } from './standing-law.ts'
