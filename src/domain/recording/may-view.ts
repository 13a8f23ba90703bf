import { hasHandled, isHandler } from '../access/acting.ts'
import type { Person } from '../case/environment.ts'
import type { CaseState, Run } from '../case/state.ts'
import type { Role } from '../procedure/definition.ts'
import { SAN_XIANG_ZHI_DU } from './scene-basis.ts'
import type { SceneCode } from './scenes.ts'

export type ViewPurpose = 'play' | 'download' | 'export'

/** An access request that was granted to this person for this recording. */
export type AccessGrant = {
  readonly request: string
  readonly purposes: readonly ViewPurpose[]
  /** Instant; at it the grant is over. */
  readonly until: string
}

export type ViewedRecording = {
  readonly agency: string
  readonly storedBy: string | null
  /** The cases to which it is bound, and those whose evidence has come from it with a merging or splitting. */
  readonly cases: readonly CaseState[]
  /** The scene that it shows to all colleagues how to record, by the list of its agency as it stands today. */
  readonly demonstrates?: SceneCode | undefined
  /** What was granted to this viewer. */
  readonly grants: readonly AccessGrant[]
}

export type ViewGround =
  | { readonly by: 'case'; readonly caseId: string; readonly as: string }
  | { readonly by: 'access'; readonly request: string }
  | { readonly by: 'own' }
  | { readonly by: 'demonstration'; readonly scene: SceneCode; readonly basis: string }

export type ViewRefusal = { readonly ok: false; readonly sentence: string; readonly basis: string }
export type ViewAnswer = { readonly ok: true; readonly ground: ViewGround } | ViewRefusal

/** What somebody is to a case, and whether that lets them take a copy away or only look. */
type Capacity = {
  readonly as: string
  readonly mayCopy: boolean
  holds(viewer: Person, state: CaseState): boolean
}

/** The strongest first. Who only judges the case looks, and takes nothing away. */
const CAPACITIES: readonly Capacity[] = [
  { as: '承办', mayCopy: true, holds: isHandler },
  { as: '承办机构负责人', mayCopy: true, holds: (viewer, { unit }) => hasPost(viewer, 'unit-head', unit) },
  { as: '机关负责人', mayCopy: true, holds: (viewer) => hasPost(viewer, 'agency-head') },
  { as: '法制审核', mayCopy: false, holds: isReviewing },
  {
    as: '集体讨论',
    mayCopy: false,
    holds: (viewer, state) => hasPost(viewer, 'panel') && openRuns(state, 'panel').length > 0,
  },
  { as: '主持听证', mayCopy: false, holds: isHosting },
]

/**
 * On what ground this person may see this recording now, or why not. Whoever learns at work what is private keeps it so, and
 * therefore nobody looks without a ground that is written down.
 */
export function mayView(recording: ViewedRecording, viewer: Person, purpose: ViewPurpose, now: string): ViewAnswer {
  const ground = groundOf(recording, viewer, purpose, now)
  if (ground) return { ok: true, ground }
  const looks = purpose === 'play' ? undefined : mayView(recording, viewer, 'play', now)
  if (looks?.ok) return refusal(looks.ground.by === 'demonstration' ? SHOWN : COPIES)
  return refusal(recording.cases.length === 0 ? UNBOUND : BOUND)
}

/** The strongest of the grounds. */
function groundOf(
  recording: ViewedRecording,
  viewer: Person,
  purpose: ViewPurpose,
  now: string,
): ViewGround | undefined {
  return (
    ownGround(recording, viewer) ??
    caseGround(recording, viewer, purpose) ??
    demonstrationGround(recording, viewer, purpose) ??
    grantOf(recording, purpose, now)
  )
}

/** The ground as the record of viewings keeps it, one line for people and for searching. */
export function groundText(ground: ViewGround): string {
  if (ground.by === 'case') return `case:${ground.caseId} ${ground.as}`
  if (ground.by === 'demonstration') return `demonstration:${ground.scene}`
  return ground.by === 'access' ? `access:${ground.request}` : 'own'
}

const BOUND =
  '这份音像记录由本案承办人员、承办机构负责人和机关负责人查看，审核、讨论、听证进行期间由办理的人查看；其他人请申请调阅。'
const UNBOUND = '这份音像记录还没有归入案件，只有上传的人能看；其他人请申请调阅。'
const SHOWN = '规范演示供本机关人员在线学习，不能带走副本。'
const COPIES = '审核、讨论和听证期间可以在线查看，不能带走副本；需要副本的，请承办人员提供，或者申请调阅。'

function refusal(sentence: string): ViewRefusal {
  return { ok: false, sentence, basis: '《行政处罚法》第五十条' }
}

/** What somebody uploaded is theirs to look at until it belongs to a case. */
function ownGround({ storedBy, cases }: ViewedRecording, viewer: Person): ViewGround | undefined {
  return storedBy === viewer.id && cases.length === 0 ? { by: 'own' } : undefined
}

function caseGround({ cases }: ViewedRecording, viewer: Person, purpose: ViewPurpose): ViewGround | undefined {
  for (const state of cases.filter(({ agency }) => agency === viewer.agency)) {
    const held = CAPACITIES.find(({ mayCopy, holds }) => (mayCopy || purpose === 'play') && holds(viewer, state))
    if (held) return { by: 'case', caseId: state.id, as: held.as }
  }
  return undefined
}

/**
 * What an agency names in its list as the demonstration of a scene is there to be learnt from: every colleague looks, and takes
 * nothing away. Once it belongs to a case it shows people of that case, and is looked at on the grounds of the case alone.
 */
function demonstrationGround(
  { agency, cases, demonstrates }: ViewedRecording,
  viewer: Person,
  purpose: ViewPurpose,
): ViewGround | undefined {
  if (!demonstrates || cases.length > 0 || purpose !== 'play' || viewer.agency !== agency) return undefined
  return { by: 'demonstration', scene: demonstrates, basis: SAN_XIANG_ZHI_DU }
}

function grantOf({ grants }: ViewedRecording, purpose: ViewPurpose, now: string): ViewGround | undefined {
  const grant = grants.find(({ purposes, until }) => purposes.includes(purpose) && Date.parse(now) < Date.parse(until))
  return grant && { by: 'access', request: grant.request }
}

function isReviewing(viewer: Person, state: CaseState): boolean {
  return hasPost(viewer, 'reviewer') && !hasHandled(viewer, state) && openRuns(state, 'legal-review').length > 0
}

/** The host is the person whom the hearing names, before a penalty as before a licence. */
function isHosting(viewer: Person, state: CaseState): boolean {
  return [...openRuns(state, 'hearing'), ...openRuns(state, 'licence-hearing')].some(
    ({
      facts: {
        case: { host },
      },
    }) => Array.isArray(host) && host.includes(viewer.id),
  )
}

function openRuns({ runs }: CaseState, procedure: string): readonly Run[] {
  return runs.filter((run) => run.procedure === procedure && run.endedOn === undefined)
}

function hasPost({ posts }: Person, role: Role, unit?: string): boolean {
  return posts.some((post) => post.role === role && (unit === undefined || post.unit === unit))
}
