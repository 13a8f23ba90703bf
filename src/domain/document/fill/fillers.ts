import { fillNoPenalty, fillPenaltyDecision } from './fill-decision.ts'
import { fillFiling, fillWithdrawal } from './fill-filing.ts'
import { fillNotice } from './fill-notice.ts'
import type { Filler } from './filling.ts'

/** How each kind of document is filled; a kind without an entry prints the facts of its run as labelled rows. */
export const FILLERS: Readonly<Record<string, Filler>> = {
  'filing-approval': fillFiling,
  'filing-refusal': fillFiling,
  'filing-withdrawal': fillWithdrawal,
  'penalty-notice': fillNotice,
  'penalty-decision': fillPenaltyDecision,
  'no-penalty-decision': fillNoPenalty,
}
