import { type Countersigning, verdictOf } from '../../case/countersigning.ts'
import type { Certificate } from '../../case/environment.ts'
import type { Role } from '../../procedure/definition.ts'
import type { ApprovalBlock, DocumentData } from '../merge-data.ts'
import { type Filling, issuingAction, nameOf, type TakenAction } from './filling.ts'
import { sentence } from './wording.ts'

const OPINION_OF: Record<Role, string> = {
  handler: '承办人意见',
  'unit-head': '承办机构负责人意见',
  reviewer: '法制审核机构意见',
  'agency-head': '机关负责人审批意见',
  panel: '机关负责人意见',
  host: '听证主持人意见',
  clerk: '经办人意见',
  storekeeper: '保管员意见',
}

/** Officers with the number of the certificate that was valid on the day of the document (行政处罚法第四十二条、第五十九条). */
export function officersOf(
  filling: Filling,
  ids: readonly string[] = filling.state.handlers,
): DocumentData['officers'] {
  return ids.map((id) => ({ name: nameOf(filling, id), certificate: certificateOf(filling, id) }))
}

/** The number of the 执法证件 that was valid on the day of the document; '' where there is none. */
export function certificateOf({ env, document }: Filling, id: string): string {
  const isValid = (item: Certificate) =>
    item.kind === 'enforcement' && item.validFromOn <= document.issuedOn && document.issuedOn <= item.validUntilOn
  return env.person(id)?.certificates.find(isValid)?.number ?? ''
}

/** The author's line, one for everybody who was heard, then one line for each agreement; lines still to be signed are blank. */
export function approvalsOf(filling: Filling): readonly ApprovalBlock[] {
  const issuing = issuingAction(filling)
  if (!issuing) return []
  const { action, agreed } = issuing
  const [by = 'handler'] = [action.by].flat()
  const author = { role: OPINION_OF[by], ...authorOf(filling, issuing) }
  const heard = (issuing.countersigning ?? []).flatMap(countersignedBy)
  const approvals = (action.approval ?? []).map((role, index) => {
    const given = agreed[index]
    const base = { role: OPINION_OF[role] }
    return given
      ? { ...base, name: nameOf(filling, given.by), verdict: '同意', opinion: given.opinion, onDate: given.on }
      : base
  })
  return [author, ...heard, ...approvals]
}

/** Who was released has said nothing that could stand on paper. */
function countersignedBy({ name, role, unitName = '', said }: Countersigning): readonly ApprovalBlock[] {
  if (!said) return []
  const whose = role === 'agency-head' || unitName === '' ? name : `${unitName}　${name}`
  const { agrees, opinion, on } = said
  return [{ role: '会签意见', name: whose, verdict: verdictOf(agrees), opinion, onDate: on }]
}

function authorOf(filling: Filling, { action, by, on, proposedOn }: TakenAction): Partial<ApprovalBlock> {
  const onDate = proposedOn ?? on
  return { opinion: sentence(action.title), ...(onDate && { name: nameOf(filling, by), onDate }) }
}
