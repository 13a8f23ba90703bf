import type { PlainDate } from '../calendar/plain-date.ts'
import type { Medium } from './medium.ts'
import { mediaTitle, mediumTitle, type RecordingDuty, type Retention, type Scene } from './scene.ts'
import { SCENE_CODES, type SceneCode, sceneOf } from './scenes.ts'

/** What an agency has set for a scene in its 音像记录事项清单, from a day on. */
export type ListEntry = {
  readonly id: string
  readonly scene: SceneCode
  readonly effectiveOn: PlainDate
  readonly duty: RecordingDuty
  readonly media: readonly Medium[]
  readonly retention: Retention
  /** 执法事项 and 备注 in the agency's own words; empty where the national ones stand. */
  readonly item: string
  readonly note: string
  readonly basis: string
  /** A recording of the agency that shows how it is done. */
  readonly demonstration: string | null
}

/** A scene as it holds in an agency on a day. */
export type StandingScene = Omit<Scene, 'media' | 'basis'> & {
  readonly code: SceneCode
  readonly media: readonly Medium[]
  readonly basis: string
  readonly note: string
  readonly demonstration: string | null
  /** Undefined where the agency has set nothing: the national minimum holds. */
  readonly setOn: PlainDate | undefined
}

/** The scene as it holds on a day: the agency's newest entry that is in effect, never below the national minimum. */
export function standingScene(entries: readonly ListEntry[], code: SceneCode, on: PlainDate): StandingScene {
  const scene = sceneOf(code)
  const entry = standingEntry(entries, code, on)
  if (!entry) return { ...scene, code, note: '', demonstration: null, setOn: undefined }
  return {
    ...scene,
    code,
    duty: stricter(scene.duty, entry.duty),
    media: entry.media,
    retention: entry.retention,
    item: entry.item || scene.item,
    basis: entry.basis,
    note: entry.note,
    demonstration: entry.demonstration,
    setOn: entry.effectiveOn,
  }
}

/** The whole list of an agency on a day, in the order of a case. */
export function standingList(entries: readonly ListEntry[], on: PlainDate): readonly StandingScene[] {
  return SCENE_CODES.map((code) => standingScene(entries, code, on))
}

/** The scene that this recording demonstrates on a day; undefined when the list names another one by now, or none. */
export function demonstratedScene(
  entries: readonly ListEntry[],
  recording: string,
  on: PlainDate,
): SceneCode | undefined {
  return standingList(entries, on).find(({ demonstration }) => demonstration === recording)?.code
}

function standingEntry(entries: readonly ListEntry[], code: SceneCode, on: PlainDate): ListEntry | undefined {
  const inEffect = entries.filter((entry) => entry.scene === code && entry.effectiveOn <= on)
  // Of one day the one that was set last counts.
  return inEffect.reduce<ListEntry | undefined>(
    (best, entry) => (best && best.effectiveOn > entry.effectiveOn ? best : entry),
    undefined,
  )
}

export function stricter(a: RecordingDuty, b: RecordingDuty): RecordingDuty {
  return a === 'must' || b === 'must' ? 'must' : 'as-needed'
}

const KEPT_YEARS: Readonly<Record<Retention, number>> = { 永久: Number.POSITIVE_INFINITY, '30年': 30, '10年': 10 }

/** Why an agency may not set this; undefined when it may. An agency is as strict as the country or stricter. */
export function refuseEntry(entry: Pick<ListEntry, 'scene' | 'duty' | 'media' | 'retention'>): string | undefined {
  const scene = sceneOf(entry.scene)
  const strange = entry.media.find((medium) => !scene.media.includes(medium))
  if (scene.duty === 'must' && entry.duty !== 'must')
    return `“${scene.title}”应当全程音像记录，机关的清单只能更严，不能改为根据实际记录`
  if (entry.media.length === 0) return `“${scene.title}”请至少选一种记录方式：${mediaTitle(scene.media)}`
  if (strange) return `“${scene.title}”不能用${mediumTitle(strange)}记录，可以用${mediaTitle(scene.media)}`
  if (KEPT_YEARS[entry.retention] < KEPT_YEARS[scene.retention])
    return `“${scene.title}”的存储期限是${scene.retention}，机关的清单不能缩短`
  return undefined
}
