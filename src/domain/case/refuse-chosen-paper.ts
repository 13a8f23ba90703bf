import { findDocumentKind } from '../document/registry.ts'
import { paperIn } from '../form/check-paper.ts'
import type { Action } from '../procedure/definition.ts'
import type { Refusal } from './refusal.ts'
import type { CaseView } from './view.ts'

/** A paper that was chosen fits where the case stands today, and is made out to somebody: an act of which nothing comes is not taken. */
export function refuseChosenPaper(view: CaseView, action: Action, when: 'offer' | 'input'): readonly Refusal[] {
  const { chooses, issuesIf = {} } = action
  const code = chooses && paperIn(view.input.case[chooses.fact])?.code
  if (when === 'offer' || code === undefined) return []
  const kind = findDocumentKind(code, view.env.today)
  if (!kind || !chooses?.among.includes(code))
    return [{ ...refusal(action, '案件现在的环节不出具这种文书；报批以后换了环节的，请退回'), gate: 'paper-fits' }]
  if (kind.per === 'case') return []
  const addressed = view.parties.some(({ id }) => issuesIf[code]?.(view, id) ?? true)
  if (addressed) return []
  const sentence =
    view.parties.length === 0 ? '本案还没有当事人，这种文书没有受文的人' : '请至少选一名当事人，文书出具给他'
  return [refusal(action, sentence)]
}

function refusal({ chooses, basis }: Action, sentence: string): Refusal {
  return { gate: 'paper-addressed', basis, sentence, ...(chooses && { field: chooses.fact }) }
}
