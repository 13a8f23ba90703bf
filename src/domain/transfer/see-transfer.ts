import type { Refusal } from '../case/refusal.ts'
import type { CaseState, Run } from '../case/state.ts'
import { LIAISON_OFFICES, type LiaisonOffice, REPLY_RULES, type ReplyKind } from './reply.ts'

/** The police see a transfer once it is sent to them; those who supervise see it from the decision on, also a refusal. */
const SEEN_AFTER: Readonly<Record<LiaisonOffice, readonly string[]>> = {
  police: ['send'],
  procuratorate: ['approve', 'decline'],
  supervisory: ['approve', 'decline'],
}

/** The transfers of a case that this office may see (移送规定第七条、第十四条). */
export function transfersFor(state: CaseState, office: LiaisonOffice): readonly Run[] {
  return state.runs.filter(
    (run) => run.procedure === 'transfer' && run.taken.some(({ action }) => SEEN_AFTER[office].includes(action)),
  )
}

/** Answers nothing when the office may answer so now, or why not. */
export function refuseReply(run: Run, office: LiaisonOffice, kind: ReplyKind): Refusal | undefined {
  const { title, basis, offices, stages } = REPLY_RULES[kind]
  const refuse = (sentence: string): Refusal => ({ gate: 'reply', basis, sentence, field: 'kind' })
  if (!offices.includes(office))
    return refuse(`“${title}”由${offices.map((one) => LIAISON_OFFICES[one]).join('、')}办理`)
  if (kind === 'receipt' && run.replies?.some((reply) => reply.kind === 'receipt'))
    return refuse('移送书回执已经签收，不用再签')
  return stages.includes(run.stage) ? undefined : refuse(`移送现在的环节不办理“${title}”，请刷新后再看`)
}
