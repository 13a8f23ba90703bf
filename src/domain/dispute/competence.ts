import { type CaseState, rootRun } from '../case/state.ts'
import type { DocumentData } from '../document/merge-data.ts'

/** The agency as its register says by what right it acts. */
export type Competence = {
  readonly nature: 'statutory' | 'authorised' | 'entrusted'
  readonly regionName: string
  readonly qualifiedFromOn: string
  readonly qualifiedUntilOn: string | null
}

const NATURES: Readonly<Record<Competence['nature'], string>> = {
  statutory: '法定行政机关',
  authorised: '法律、法规授权的组织',
  entrusted: '受委托的组织，以委托机关的名义执法',
}
/** Facts in which a case says by which rule it acts. */
const BASES = ['item-basis', 'licence-basis', 'measure-basis'] as const

/** 行政执法主体资格和职权依据说明: who the agency is, since when it may act, and by which rules it did (行政诉讼法第三十四条第一款). */
export function competenceOf(
  agency: DocumentData['agency'],
  competence: Competence,
  origin: CaseState | undefined,
): NonNullable<DocumentData['letter']> {
  const { nature, regionName, qualifiedFromOn, qualifiedUntilOn } = competence
  const until = qualifiedUntilOn === null ? '' : `至 ${qualifiedUntilOn}`
  const bases = basesOf(origin)
  return {
    opening: [`${agency.name}对作出本案行政行为的主体资格和职权依据说明如下：`],
    rows: [
      { label: '统一社会信用代码', text: agency.uscc },
      { label: '主体性质', text: NATURES[nature] },
      { label: '执法主体资格', text: `自 ${qualifiedFromOn} 起${until}` },
      { label: '管辖区域', text: regionName },
      { label: '作出行政行为的依据', text: bases.join('；') || '见答复书（答辩状）' },
      ...(origin?.number ? [{ label: '原案案号', text: origin.number }] : []),
    ],
    closing: ['特此说明。'],
  }
}

function basesOf(origin: CaseState | undefined): readonly string[] {
  if (!origin) return []
  const said = origin.runs.flatMap(({ facts }) => BASES.map((name) => facts.case[name]))
  const written = said.flatMap((text) => (typeof text === 'string' && text !== '' ? [text] : []))
  return [...new Set([...origin.violations.map(({ basisPenalty }) => basisPenalty), ...written])].filter(Boolean)
}

/** Whose act it is that a dispute is about: that of its origin, or what this one is itself about. */
export function contestedCaseId(dispute: CaseState, reviewed: CaseState | undefined): string | undefined {
  const isReview = reviewed !== undefined && rootRun(reviewed).facts.case.contested !== undefined
  return isReview ? reviewed.origin?.id : dispute.origin?.id
}
