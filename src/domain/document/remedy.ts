/** What the law asks first: nothing, or reconsideration before any lawsuit (行政复议法第二十三条第一款各项). */
export type RemedyRoute =
  | 'choice'
  | 'on-the-spot'
  | 'natural-resource'
  | 'failure-to-act'
  | 'information-refused'
  | 'by-law'

/** Whose act it is; decides the reviewing body (行政复议法第二十四条、第二十七条、第二十八条). */
export type AgencyStanding =
  | {
      readonly kind: 'department' | 'authorised' | 'branch-office' | 'dispatched-organ' | 'province'
      readonly government: string
    }
  | { readonly kind: 'government'; readonly higherGovernment: string }
  | { readonly kind: 'vertical'; readonly higherDepartment: string }
  | { readonly kind: 'justice'; readonly government: string; readonly higherDepartment: string }

export type RemedyRequest = {
  readonly route: RemedyRoute
  readonly standing: AgencyStanding
  /** What the agency has written down in place of the body that follows from its standing. */
  readonly reviewBody?: string
  readonly court: string
  /** What the clause speaks of, e.g. 本行政处罚决定. */
  readonly act: string
  /** What the clause calls the paper on which it stands; 本决定书 where nothing else is said. */
  readonly paper?: string
}

export type Remedy = {
  readonly text: string
  readonly reviewBodies: readonly string[]
  readonly reviewDays: 60
  readonly court: string
  readonly isReviewFirst: boolean
  readonly bases: readonly string[]
}

/** The remedy clause of a decision: reviewing body, 60 days, court and term, review first where the law says so. */
export function remedyOf({ route, standing, reviewBody, court, act, paper = '本决定书' }: RemedyRequest): Remedy {
  const reviewBodies = reviewBody ? [reviewBody] : reviewBodiesOf(standing)
  const isReviewFirst = route !== 'choice'
  const bodies = reviewBodies.join('或者')
  const text = isReviewFirst
    ? `如不服${act}，应当自收到${paper}之日起六十日内，先向${bodies}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内，依法向${court}提起行政诉讼。`
    : `如不服${act}，可以自收到${paper}之日起六十日内向${bodies}申请行政复议；也可以自收到${paper}之日起六个月内依法向${court}提起行政诉讼。`
  return { text, reviewBodies, reviewDays: 60, court, isReviewFirst, bases: basesOf(route, standing) }
}

/** Where an act of the agency is reviewed: its government, the department above it, or either (行政复议法第二十四条、第二十七条、第二十八条). */
export function reviewBodiesOf(standing: AgencyStanding): readonly string[] {
  switch (standing.kind) {
    case 'department':
    case 'authorised':
    case 'branch-office':
    case 'dispatched-organ':
    case 'province':
      return [standing.government]
    case 'government':
      return [standing.higherGovernment]
    case 'vertical':
      return [standing.higherDepartment]
    case 'justice':
      return [standing.government, standing.higherDepartment]
  }
}

const REVIEW_FIRST: Record<Exclude<RemedyRoute, 'choice'>, string> = {
  'on-the-spot': '行政复议法第二十三条第一款第一项',
  'natural-resource': '行政复议法第二十三条第一款第二项',
  'failure-to-act': '行政复议法第二十三条第一款第三项',
  'information-refused': '行政复议法第二十三条第一款第四项',
  'by-law': '行政复议法第二十三条第一款第五项',
}

/** The grounds that an item may have, as they are called where they are set; the first is that of a procedure. */
export const REVIEW_FIRST_GROUNDS = [
  { title: '侵犯自然资源权利', route: 'natural-resource' },
  { title: '未履行法定职责', route: 'failure-to-act' },
  { title: '不予公开政府信息', route: 'information-refused' },
  { title: '法律、行政法规规定', route: 'by-law' },
] as const satisfies readonly { readonly title: string; readonly route: RemedyRoute }[]

const REVIEW_BODY: Record<AgencyStanding['kind'], string> = {
  department: '行政复议法第二十四条第一款第一项',
  authorised: '行政复议法第二十四条第一款第四项',
  'dispatched-organ': '行政复议法第二十四条第一款第三项',
  province: '行政复议法第二十四条第二款',
  'branch-office': '行政复议法第二十四条第四款',
  government: '行政复议法第二十四条第一款第二项',
  vertical: '行政复议法第二十七条',
  justice: '行政复议法第二十八条',
}

function basesOf(route: RemedyRoute, standing: AgencyStanding): readonly string[] {
  const common = ['行政复议法第二十条第一款', REVIEW_BODY[standing.kind]]
  return route === 'choice'
    ? [...common, '行政诉讼法第四十六条第一款']
    : [REVIEW_FIRST[route], ...common, '行政诉讼法第四十五条']
}
