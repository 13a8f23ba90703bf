import { refuseAnyRole } from '../access/acting.ts'
import type { Refusal } from '../case/refusal.ts'
import { getRun } from '../case/state.ts'
import { actionsOf } from '../procedure/actions-of.ts'
import type { Role } from '../procedure/definition.ts'
import { mayIssue } from '../procedure/papers-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { SIGNER_WORDS, type Signing } from './signing-input.ts'

/** Why the caller may not hold this paper out to this signer, or nothing. */
export function refusePaper(signing: Signing): Refusal | undefined {
  return refuseCollector(signing) ?? refuseFile(signing) ?? refuseUnasked(signing)
}

/** Those who made the paper hold the pen out; the handlers always. */
function refuseCollector({ env, state, document, actor }: Signing): Refusal | undefined {
  const run = getRun(state, document.run)
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const makers = actionsOf(procedure).filter(({ action }) => mayIssue(action, document.code))
  const roles: readonly Role[] = ['handler', ...makers.flatMap(({ action }) => action.by)]
  return refuseAnyRole(roles, actor, state, run)
}

/** What was shown is the paper's file as it stands: its digest says so. */
function refuseFile({ document, paper, input, wants: { basis } }: Signing): Refusal | undefined {
  if (document.voided)
    return { gate: 'voided-paper', basis, sentence: '这份文书已经作废，不能再签名；请在重新制作的文书上签名' }
  if (!paper.sha256) return { gate: 'not-typeset', basis, sentence: '这份文书正在排版，排好以后再签名' }
  if (paper.sha256 === input.sha256) return undefined
  const sentence = '给签名人看的不是这份文书现在的文件，签名没有记下；请重新打开文书，看过以后再签名'
  return { gate: 'signed-digest', basis, sentence }
}

function refuseUnasked({ wants, input }: Signing): Refusal | undefined {
  const asked = { party: wants.party, officer: wants.officers, witness: wants.witness }
  if (asked[input.as]) return undefined
  return { gate: 'not-signed', basis: wants.basis, sentence: `这份文书不用${SIGNER_WORDS[input.as]}签名` }
}
