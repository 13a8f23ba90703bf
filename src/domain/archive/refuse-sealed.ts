import type { Refusal } from '../case/refusal.ts'
import type { CaseState } from '../case/state.ts'

/** A sealed dossier is read-only, whoever asks: nothing is added, changed or taken out. */
export function refuseSealed({ sealed }: Pick<CaseState, 'sealed'>): Refusal | undefined {
  if (!sealed) return undefined
  const sentence = `案卷已于 ${sealed.on} 封存（归档号 ${sealed.archiveNumber}），只能查看；需要加入材料的，由档案管理员补充归档`
  return { gate: 'dossier-sealed', basis: '《档案法》第二十八条', sentence }
}
